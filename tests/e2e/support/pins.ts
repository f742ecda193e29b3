import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { open } from './tokentab';

/** The sidebar next to the page. */
export const sidebar = (page: Page) => page.getByRole('complementary', { name: 'Quick access' });

export const pin = (page: Page, name: string) => sidebar(page).getByRole('link', { name, exact: true });

export const said = (page: Page) => page.getByTestId('announcer');

/** The names in the sidebar, from top to bottom. */
export const shownPins = (page: Page) => sidebar(page).locator('ol li a').allInnerTexts();

export const storedPins = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ name }) => name));

/** Opens a page with these projects, the first `pinned` of them pinned in this order, ready to be dragged. */
export async function openWithProjects(
  page: Page,
  names: readonly string[],
  pinned = names.length,
  path = '/projects',
): Promise<void> {
  await open(page);
  await page.evaluate(
    async ({ names, pinned }) => {
      // Several at a time, which is faster than one after the other. The last of 500 would wait too long for its answer.
      for (let next = 0; next < names.length; next += 50) {
        const some = names.slice(next, next + 50);
        const made = await Promise.all(some.map((name) => window.tokentab.createProject({ name })));
        const pins = made.slice(0, Math.max(0, pinned - next));
        await Promise.all(pins.map(({ id }) => window.tokentab.updateProjectPinned(id, true)));
      }
    },
    { names, pinned },
  );
  await open(page, path);
  await expect(sidebar(page).locator('ol li')).toHaveCount(pinned);
}

export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until both the sidebar and the database have this order. */
export async function expectPins(page: Page, names: readonly string[]): Promise<void> {
  await expect.poll(() => shownPins(page)).toEqual(names);
  await expect.poll(() => storedPins(page)).toEqual(names);
}
