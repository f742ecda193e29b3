import type { Locator, Page } from 'playwright';

/** Settings → Your devices. */
export const panel = (page: Page): Locator => page.getByRole('region', { name: 'Your devices' });

/** The tokens of October 2026. */
export const total = (page: Page): Promise<number> =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
