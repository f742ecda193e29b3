import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { refuseCalls } from './support/ask-worker';
import {
  expectPins,
  middleOf,
  openWithProjects,
  pin,
  said,
  shownPins,
  sidebar,
  storedPins,
} from './support/pins';
import { open } from './support/tokentab';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];
const preview = (page: Page) => page.getByTestId('drag-preview');
const row = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true });

/** Presses one element and moves to the middle of another without releasing. */
async function hold(page: Page, from: ReturnType<typeof pin>, to: { x: number; y: number }): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
}

test('the mouse drags a pin, the order changes under it, and releasing stores it once @smoke', async ({
  page,
}) => {
  await openWithProjects(page, names);
  await hold(page, pin(page, 'Alpha'), await middleOf(pin(page, 'Gamma')));
  await expect(preview(page)).toHaveText('Alpha');
  await expect.poll(() => shownPins(page)).toEqual(['Beta', 'Gamma', 'Alpha', 'Delta', 'Epsilon']);
  expect(await storedPins(page)).toEqual(names);
  const under = await middleOf(preview(page));
  await page.mouse.move((await middleOf(pin(page, 'Beta'))).x + 10, (await middleOf(pin(page, 'Beta'))).y);
  await expect.poll(async () => (await middleOf(preview(page))).y).toBeLessThan(under.y);
  await expect.poll(() => shownPins(page)).toEqual(names);
  await page.mouse.move(under.x, (await middleOf(pin(page, 'Gamma'))).y);
  await page.mouse.up();
  await expectPins(page, ['Beta', 'Gamma', 'Alpha', 'Delta', 'Epsilon']);
  await expect(said(page)).toHaveText('Alpha moved to position 3 of 5');
  await expect(preview(page)).toBeHidden();
  // The link under the mouse wasn't followed, and it kept the focus.
  await expect(page).toHaveURL(/\/projects$/);
  await expect(pin(page, 'Alpha')).toBeFocused();
  // A plain click is still a click.
  await pin(page, 'Alpha').click();
  await expect(page).toHaveURL(/\/project\?id=/);
  await expect(pin(page, 'Alpha')).toHaveAttribute('aria-current', 'page');
});

test('a pin released in the same frame as a move lands where the pointer was @long', async ({ page }) => {
  await openWithProjects(page, names);
  await hold(page, pin(page, 'Alpha'), await middleOf(pin(page, 'Gamma')));
  await expect.poll(() => shownPins(page)).toEqual(['Beta', 'Gamma', 'Alpha', 'Delta', 'Epsilon']);
  const { x, y } = await middleOf(pin(page, 'Epsilon'));
  // Sent together, as by a fast user.
  await Promise.all([page.mouse.move(x, y), page.mouse.up()]);
  await expectPins(page, ['Beta', 'Gamma', 'Delta', 'Epsilon', 'Alpha']);
});

test('Escape puts a dragged pin back', async ({ page }) => {
  await openWithProjects(page, names);
  await hold(page, pin(page, 'Epsilon'), await middleOf(pin(page, 'Alpha')));
  await expect.poll(() => shownPins(page)).toEqual(['Epsilon', 'Alpha', 'Beta', 'Gamma', 'Delta']);
  await page.keyboard.press('Escape');
  await expectPins(page, names);
  await expect(said(page)).toHaveText('Epsilon is back at position 5 of 5');
  await page.mouse.up();
  await expect(page).toHaveURL(/\/projects$/);
  await expectPins(page, names);
});

test('a pin dragged out says “Release to unpin” first, and undo restores its position', async ({ page }) => {
  await openWithProjects(page, names);
  await hold(page, pin(page, 'Gamma'), { x: 700, y: 400 });
  await expect(preview(page)).toHaveText('Gamma Release to unpin');
  await expect(said(page)).toHaveText('Release to unpin Gamma');
  // Back in the list, it is only a move.
  const delta = await middleOf(pin(page, 'Delta'));
  await page.mouse.move(delta.x, delta.y, { steps: 4 });
  await expect(preview(page)).toHaveText('Gamma');
  await page.mouse.move(700, 400, { steps: 4 });
  await page.mouse.up();
  await expectPins(page, ['Alpha', 'Beta', 'Delta', 'Epsilon']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectPins(page, names);
});

test('a project’s row dragged onto the sidebar is pinned at the drop position', async ({ page }) => {
  await openWithProjects(page, [...names, 'Zeta'], 5);
  const beta = await middleOf(pin(page, 'Beta'));
  await hold(page, row(page, 'Zeta'), { x: beta.x, y: beta.y - 12 });
  await expect(preview(page)).toHaveText('Zeta');
  await expect(sidebar(page).locator('ol')).toHaveClass(/line/);
  await page.mouse.move(700, 300, { steps: 3 });
  await expect(sidebar(page).locator('ol')).not.toHaveClass(/line/);
  await page.mouse.move(beta.x, beta.y - 12, { steps: 3 });
  await page.mouse.up();
  await expectPins(page, ['Alpha', 'Zeta', 'Beta', 'Gamma', 'Delta', 'Epsilon']);
  await expect(said(page)).toHaveText('Zeta pinned at position 2');
  await expect(page).toHaveURL(/\/projects$/);

  // A row whose project is already pinned moves the pin to the line.
  const below = await middleOf(pin(page, 'Epsilon'));
  await hold(page, row(page, 'Alpha'), { x: below.x, y: below.y + 12 });
  await page.mouse.up();
  await expectPins(page, ['Zeta', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Alpha']);

  // Released anywhere else, it stays where it is.
  await hold(page, row(page, 'Zeta'), { x: 700, y: 500 });
  await page.mouse.up();
  await expectPins(page, ['Zeta', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Alpha']);
});

test('the first pin can be dragged from a list or the month’s table @long', async ({ page }) => {
  await openWithProjects(page, ['Solo'], 0);
  await page.evaluate(async () => {
    const [project] = await window.tokentab.getProjects();
    await window.tokentab.recordUsageEvent({
      projectId: project?.id ?? '',
      eventType: 'chat',
      llmMode: 'cloud',
      promptTokens: 1,
      completionTokens: 1,
    });
  });
  await open(page);
  await hold(page, row(page, 'Solo'), await middleOf(sidebar(page).getByText('Pin a project')));
  await expect(sidebar(page)).toContainText('Drop here to pin.');
  await page.mouse.up();
  await expectPins(page, ['Solo']);
});

test('an order that cannot be saved is reverted and reported', async ({ page }) => {
  await openWithProjects(page, names);
  await hold(page, pin(page, 'Alpha'), await middleOf(pin(page, 'Gamma')));
  await refuseCalls(page, ['reorderPinnedProjects']);
  await page.mouse.up();
  await expect(
    page.getByText('The order could not be saved. The previous order is back.').first(),
  ).toBeVisible();
  await expectPins(page, names);
});
