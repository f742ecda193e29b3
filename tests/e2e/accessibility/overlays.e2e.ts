import { expect, test } from '../support/app';
import { fillDatabase } from '../support/full-database';
import { inspect, wide } from '../support/inspect';
import { languages } from '../support/languages';
import { openOverlay, overlays } from '../support/overlays';

/** Everything that opens over a page, in both languages: the same checks as for the pages, while it is open. */

for (const { language, locale, t, lookAtOpened } of languages) {
  test.describe(language, () => {
    test.use({ browserLocale: locale });

    // Every second one in `npm test`, because all of them take a minute.
    for (const half of [0, 1]) {
      const tag = language === 'English' && half === 0 ? [] : '@long';
      const name = `no dialog, menu, table twin, notification or drawer has a violation while it is open, half ${half + 1}`;
      test(name, { tag }, async ({ page }) => {
        test.slow();
        const all = overlays(t, await fillDatabase(page, t));
        expect(all.length).toBeGreaterThan(2);
        for (const overlay of all.filter((_, index) => index % 2 === half)) {
          await page.setViewportSize(wide);
          await openOverlay(page, overlay);
          await inspect(page, overlay.name, {
            within: overlay.is ?? 'dialog[open]',
            ...lookAtOpened,
            ...(overlay.isWideOnly && { sizes: { wide } }),
          });
        }
      });
    }
  });
}
