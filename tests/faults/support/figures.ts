import type { Page } from 'playwright';

/** Every public figure of the months that the tests use, as text, for comparison. */
export function figures(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const months = ['2026-09', '2026-10', '2026-11'];
    const stats = await Promise.all(months.map((month) => window.tokentab.getAllUsageStats(month)));
    return JSON.stringify([
      stats,
      await window.tokentab.getProjects(),
      await window.tokentab.getPinnedProjects(),
    ]);
  });
}

/** The result of the integrity check. */
export const integrity = (page: Page) =>
  page.evaluate(() => window.tokentab.checkIntegrity().then(({ ok, differences }) => ({ ok, differences })));
