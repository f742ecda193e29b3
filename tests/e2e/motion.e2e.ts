import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { middleOf, openWithProjects, pin, sidebar } from './support/pins';

/** Makes the page record every animation, frame by frame. */
async function watchMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { motion: seen });
    const look = () => {
      for (const animation of document.getAnimations()) {
        const { effect } = animation;
        const { duration } = effect?.getTiming() ?? {};
        if (!(effect instanceof KeyframeEffect) || typeof duration !== 'number' || duration === 0) continue;
        const { target } = effect;
        seen.add(`${target?.tagName ?? ''}.${target?.className ?? ''}: ${duration} ms`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

const motion = (page: Page) =>
  page.evaluate(() => [...(window as unknown as { motion: Set<string> }).motion]);

/**
 * Uses everything that moves for users who haven't asked for less motion: buttons on hover, folding sections, a
 * dropped pin, notifications.
 */
async function useEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).hover();
  const toggle = sidebar(page).getByRole('button', { name: 'Pinned' });
  await toggle.click();
  await toggle.click();

  const from = await middleOf(pin(page, 'Alpha'));
  const to = await middleOf(pin(page, 'Gamma'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 8, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await expect(page.getByTestId('drag-preview')).toBeHidden();

  await page.getByRole('main').getByRole('button', { name: 'Pin Gamma' }).click();
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo' }).hover();
  await page.getByRole('button', { name: 'New project' }).click();
  await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('with reduced motion nothing is animated, not even a dropped pin', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithProjects(page, ['Alpha', 'Beta', 'Gamma']);
  await watchMotion(page);
  await useEverything(page);
  expect(await motion(page)).toEqual([]);
});

test('without reduced motion, animations take less than 150 ms @long', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openWithProjects(page, ['Alpha', 'Beta', 'Gamma']);
  await watchMotion(page);
  await useEverything(page);
  const seen = await motion(page);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((each) => Number.parseInt(each.slice(each.lastIndexOf(':') + 1)) > 150)).toEqual([]);
});
