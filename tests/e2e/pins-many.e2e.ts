import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { expectPins, middleOf, openWithProjects, pin, shownPins, storedPins } from './support/pins';
import { finger } from './support/pointers';

/** 500 pins: the list scrolls automatically while one is held at its edge. Also reduced motion. */

const many = Array.from({ length: 500 }, (_, index) => `Project ${String(index + 1).padStart(3, '0')}`);
const scroller = (page: Page) => page.locator('aside .pins');

async function edge(page: Page, at: 'top' | 'bottom'): Promise<{ x: number; y: number }> {
  const box = (await scroller(page).boundingBox())!;
  return { x: box.x + 60, y: at === 'top' ? box.y + 4 : box.y + box.height - 4 };
}

const fromTop = (page: Page) => scroller(page).evaluate(({ scrollTop }) => scrollTop);
const fromEnd = (page: Page) =>
  scroller(page).evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop);

test('the first of 500 pins is dragged to the end and back to the top by mouse @long', async ({ page }) => {
  test.slow();
  await openWithProjects(page, many);
  const from = await middleOf(pin(page, 'Project 001'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 10, { steps: 2 });
  const bottom = await edge(page, 'bottom');
  await page.mouse.move(bottom.x, bottom.y, { steps: 4 });
  await expect.poll(() => fromEnd(page), { timeout: 90_000 }).toBeLessThan(2);
  await expect.poll(async () => (await shownPins(page)).at(-1)).toBe('Project 001');
  const top = await edge(page, 'top');
  await page.mouse.move(top.x, top.y, { steps: 4 });
  await expect.poll(() => fromTop(page), { timeout: 90_000 }).toBe(0);
  await page.mouse.move(bottom.x, bottom.y, { steps: 4 });
  await expect.poll(() => fromEnd(page), { timeout: 90_000 }).toBeLessThan(2);
  await expect.poll(async () => (await shownPins(page)).at(-1)).toBe('Project 001');
  await page.mouse.up();
  await expect.poll(async () => (await storedPins(page)).at(-1)).toBe('Project 001');
  expect((await storedPins(page)).toSorted()).toEqual(many);
});

test('one of 500 pins is dragged past many others by touch @long', async ({ page }) => {
  test.slow();
  await openWithProjects(page, many);
  const touch = await finger(page);
  const from = await middleOf(pin(page, 'Project 002'));
  await touch.down(from);
  await expect(page.getByTestId('drag-preview')).toBeVisible();
  await touch.move(from, await edge(page, 'bottom'));
  await expect.poll(() => fromEnd(page), { timeout: 90_000 }).toBeLessThan(2);
  await expect.poll(async () => (await shownPins(page)).at(-1)).toBe('Project 002');
  await touch.up();
  await expect.poll(async () => (await storedPins(page)).at(-1)).toBe('Project 002');
  expect((await storedPins(page)).toSorted()).toEqual(many);
});

test('with reduced motion, a dropped pin is in its place immediately @long', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openWithProjects(page, ['Alpha', 'Beta', 'Gamma']);
  await page.evaluate(() => {
    const moving = { names: [] as string[] };
    Object.assign(window, { moving });
    const animate = Reflect.get<Element, 'animate'>(Element.prototype, 'animate');
    Element.prototype.animate = function (frames, options) {
      const duration = typeof options === 'number' ? options : Number(options?.duration ?? 0);
      if (duration > 1) moving.names.push(`${this.className} ${duration} ms`);
      return animate.call(this, frames, options);
    };
    document.addEventListener('transitionrun', ({ propertyName }) => moving.names.push(propertyName));
    document.addEventListener('animationstart', ({ animationName }) => moving.names.push(animationName));
  });
  const [from, to] = [await middleOf(pin(page, 'Alpha')), await middleOf(pin(page, 'Gamma'))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 10, { steps: 2 });
  await page.mouse.move(to.x, to.y + 4, { steps: 6 });
  await page.mouse.up();
  await expectPins(page, ['Beta', 'Gamma', 'Alpha']);
  await expect(page.getByTestId('drag-preview')).toBeHidden();
  // The same for menus, toasts, the drawer and the palette.
  await page.getByRole('main').getByRole('button', { name: 'Pin Beta' }).click();
  await expect(page.getByText('Unpinned Beta.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(
    await page.evaluate(() => (window as unknown as { moving: { names: string[] } }).moving.names),
  ).toEqual([]);
});
