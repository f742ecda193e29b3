import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectPins, middleOf, openWithProjects, pin, said, sidebar } from './support/pins';
import { record } from './support/record';
import { finger } from './support/pointers';

/** A project can be dragged to the sidebar from every list, by mouse and by touch. */

const at = `${new Date().toISOString().slice(0, 7)}-01T12:00:00Z`;
const preview = (page: Page) => page.getByTestId('drag-preview');
const row = (page: Page, list: string | RegExp, name: string) =>
  page.getByRole('main').getByLabel(list).getByRole('link', { name, exact: true }).first();

async function start(page: Page): Promise<void> {
  await openWithProjects(page, ['Alpha', 'Beta', 'Zeta'], 2);
  await record(page, [{ project: 'Zeta', at, tokens: 10 }]);
}

/** The position of the line that puts a project before Beta. */
async function gap(page: Page): Promise<{ x: number; y: number }> {
  const { x, y } = await middleOf(pin(page, 'Beta'));
  return { x, y: y - 12 };
}

for (const [name, path, list] of [
  ['a client’s projects', '/client?name=', /^Projects in \d{4}$/],
  ['the events', '/events', 'Events, newest day first'],
] as const) {
  test(
    `a project is dragged onto the pins from ${name}, and Escape leaves it where it is`,
    { tag: '@long' },
    async ({ page }) => {
      await start(page);
      await page.goto(path);
      await preview(page).waitFor({ state: 'attached' });
      const listed = row(page, list, 'Zeta');
      await listed.scrollIntoViewIfNeeded();
      for (const end of ['Escape', 'release'] as const) {
        const from = await middleOf(listed);
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x, from.y - 8, { steps: 2 });
        const to = await gap(page);
        await page.mouse.move(to.x, to.y, { steps: 6 });
        await expect(preview(page)).toHaveText('Zeta');
        await expect(sidebar(page).locator('ol')).toHaveClass(/line/);
        if (end === 'release') break;
        await page.keyboard.press('Escape');
        await expect(sidebar(page).locator('ol')).not.toHaveClass(/line/);
        await expect(said(page)).toHaveText('Zeta is outside the pinned projects');
        await page.mouse.up();
        await expectPins(page, ['Alpha', 'Beta']);
        await expect(preview(page)).toBeHidden();
      }
      await page.mouse.up();
      await expectPins(page, ['Alpha', 'Zeta', 'Beta']);
      await expect(said(page)).toHaveText('Zeta pinned at position 2');
    },
  );
}

test('pressing and holding a project’s row drags it onto the pins @long', async ({ page }) => {
  await start(page);
  await preview(page).waitFor({ state: 'attached' });
  const touch = await finger(page);
  const from = await middleOf(row(page, 'Projects', 'Zeta'));
  await touch.down(from);
  await expect(preview(page)).toHaveText('Zeta');
  await touch.move(from, await gap(page));
  await expect(sidebar(page).locator('ol')).toHaveClass(/line/);
  await touch.up();
  await expectPins(page, ['Alpha', 'Zeta', 'Beta']);
  await expect(page).toHaveURL(/\/projects$/);
});
