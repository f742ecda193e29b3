import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { openWithProjects, said } from './support/pins';

const heard = (page: Page) => said(page).evaluate((element) => element.closest('dialog')?.matches(':modal'));

test('a pin moved in the drawer is announced inside the drawer, because the page behind it is inert', async ({
  page,
}) => {
  await openWithProjects(page, ['Alpha', 'Beta']);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  const drawer = page.getByRole('dialog', { name: 'Pages' });
  await drawer.getByRole('link', { name: 'Alpha' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(said(page)).toHaveText('Alpha moved to position 2 of 2');
  await expect.poll(() => heard(page)).toBe(true);

  // A notification can be reached there, too.
  await drawer.getByRole('button', { name: 'Move or unpin Beta' }).click();
  await page.getByRole('menuitem', { name: 'Unpin' }).click();
  await drawer.getByRole('button', { name: 'Undo' }).click();
  await expect(drawer.locator('ol li')).toHaveCount(2);

  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  // A dialog fires `close` a moment after it has disappeared.
  await expect.poll(() => heard(page)).toBeUndefined();
});

test('a notification stays while it is hovered or focused, and disappears afterwards', async ({ page }) => {
  await openWithProjects(page, ['Alpha', 'Beta']);
  await page.clock.install();
  await page.getByRole('main').getByRole('button', { name: 'Pin Alpha' }).click();
  const notice = page.getByRole('region', { name: 'Notifications' });
  const undo = notice.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await page.clock.runFor(20_000);
  await expect(undo).toBeVisible();
  await undo.focus();
  await page.mouse.move(5, 5);
  await page.clock.runFor(20_000);
  await expect(undo).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Beta' }).focus();
  await page.clock.runFor(10_000);
  await expect(undo).toBeHidden();
});
