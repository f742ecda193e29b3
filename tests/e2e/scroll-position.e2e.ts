import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

/**
 * Back, forward and a reload restore the scroll position, although pages are rendered only after the database has
 * answered.
 */

const at = `${new Date().toISOString().slice(0, 7)}-01T12:00:00.000Z`;
const top = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** The panel that is rendered last. */
const last = (page: Page) => page.getByRole('heading', { name: /^Tokens by weekday and hour/ });

test('back, forward and a reload restore the scroll position', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page);
  await record(
    page,
    Array.from({ length: 12 }, (_, index) => ({ project: `Project ${index}`, at, tokens: 100 + index })),
  );
  await last(page).scrollIntoViewIfNeeded();
  await expect.poll(() => top(page)).toBeGreaterThan(300);
  // Whatever the page shows late moves the rest, so the position counts at the moment of the click.
  const clicked = await page.evaluateHandle(() => {
    const seen = { top: 0 };
    addEventListener('click', () => (seen.top = Math.round(window.scrollY)), { capture: true, once: true });
    return seen;
  });
  const link = page.getByRole('complementary').getByRole('link', { name: 'Settings' });

  await link.click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect.poll(() => top(page)).toBe(0);
  const { top: place } = await clicked.jsonValue();
  expect(place).toBeGreaterThan(300);
  await page.goBack();
  await expect(last(page)).toBeInViewport();
  await expect.poll(() => top(page)).toBe(place);

  await page.reload();
  await expect(last(page)).toBeInViewport();
  await expect.poll(() => top(page)).toBe(place);
});
