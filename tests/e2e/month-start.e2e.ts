import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

/** Notes from the very start what stood in for the numbers, and how far things moved that were seen already. */
async function watchStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = { sawShape: false, shift: 0 };
    Object.assign(window, { start });
    new MutationObserver(() => {
      const main = document.querySelector('main .page');
      if (main?.querySelector('[aria-busy="true"]')) start.sawShape = true;
    }).observe(document, { subtree: true, childList: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) start.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const started = (page: Page) =>
  page.evaluate(() => (window as unknown as { start: { sawShape: boolean; shift: number } }).start);

for (const width of [1280, 360]) {
  test(`the month’s shape stands in until its numbers are there, and nothing moves, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    await record(page, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 1_500 }]);
    await page.goto('/?month=2026-10');
    await expect(page.getByRole('region', { name: /^Tokens by weekday and hour/ })).toBeVisible();

    await watchStart(page);
    await page.reload();
    await expect(page.getByRole('region', { name: /^Tokens by weekday and hour/ })).toBeVisible();
    const { sawShape, shift } = await started(page);
    expect(sawShape).toBe(true);
    expect(shift).toBeLessThan(0.01);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  });
}

test('where nothing was stored yet, no shape of numbers shows before the first run', async ({ page }) => {
  await watchStart(page);
  await open(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Where do your tokens go?' })).toBeVisible();
  expect((await started(page)).sawShape).toBe(false);
});
