import type { Page } from 'playwright';
import { expect, fillOnce, test } from './support/app';
import { recordForClients } from './support/record';
import { open } from './support/tokentab';

/** Records from the start what was shown in place of the numbers, and how far visible elements moved. */
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

const lastChart = (page: Page) => page.getByRole('region', { name: /^Tokens by weekday and hour/ });

/** Usage pages, and what is rendered last on each. */
const pages = [
  { name: 'month', address: () => '/?month=2026-10', last: lastChart },
  { name: 'project', address: (id: string) => `/project?id=${id}&month=2026-10`, last: lastChart },
  {
    name: 'client',
    address: () => '/client?name=Harbour&month=2026-10',
    last: (page: Page) => page.getByRole('table', { name: 'Months of 2026' }),
  },
  {
    name: 'events',
    address: () => '/events?from=2026-10-01&to=2026-10-31',
    last: (page: Page) => page.getByRole('list', { name: /^Events/ }),
  },
  {
    name: 'statement',
    address: () => '/statement?client=Harbour&month=2026-10',
    last: (page: Page) => page.getByRole('table', { name: 'All projects' }),
  },
];

test.describe('with stored usage', () => {
  const projectId = fillOnce(async (page) => {
    await open(page);
    await recordForClients(page, [
      { project: 'Shop', client: 'Harbour', at: '2026-10-05T12:00:00Z', tokens: 1_500 },
    ]);
    // From now on, the browser remembers that there is usage.
    await expect(page.getByRole('link', { name: /^Previous month/ })).toBeVisible();
    return page.evaluate(async () => (await window.tokentab.getProjects())[0]?.id ?? '');
  });

  for (const { name, address, last } of pages) {
    test(
      `the ${name} page shows a skeleton until its numbers arrive, and nothing moves`,
      {
        tag: name === 'month' ? [] : '@long',
      },
      async ({ page }) => {
        await watchStart(page);
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(address(projectId()));
          await expect(last(page)).toBeVisible();
          const { sawShape, shift } = await started(page);
          expect(sawShape, `${width} px`).toBe(true);
          expect(shift, `${width} px`).toBeLessThan(0.01);
          await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        }
      },
    );
  }
});

test('without stored usage, no skeleton is shown before the first-run page', async ({ page }) => {
  await watchStart(page);
  await open(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Where do your tokens go?' })).toBeVisible();
  expect((await started(page)).sawShape).toBe(false);
});
