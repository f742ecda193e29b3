import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { refuseCalls } from './support/ask-worker';
import { openWithProjects } from './support/pins';
import { open } from './support/tokentab';

/** Light and dark, and errors with details to copy. */

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the colour scheme follows the system until one is chosen, and the choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '/settings');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background(page);
  expect(dark).not.toBe(light);
  await page.getByRole('radio', { name: 'Light' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => background(page)).toBe(light);
  await page.reload();
  await expect.poll(() => background(page)).toBe(light);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => background(page)).toBe(dark);
});

test('a failure page says what is safe, and its details can be copied', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithProjects(page, ['Alpha', 'Beta']);
  await refuseCalls(page, ['updateProjectPinned']);
  await page.getByRole('main').getByRole('button', { name: 'Pin Alpha' }).click();
  const message = page.getByRole('region', { name: 'Notifications' }).locator('.toast');
  await expect(message).toContainText('The pin could not be saved. Nothing changed.');
  await message.getByRole('button', { name: 'Copy details' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('BadInput');
});
