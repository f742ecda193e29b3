import { test } from '../support/app';
import { fillDatabase } from '../support/full-database';
import { inspect, wide } from '../support/inspect';
import { languages } from '../support/languages';
import { openOverlay, overlays } from '../support/overlays';

/** Everything that opens over a page, in both languages: the same checks as for the pages, while it is open. */

for (const { language, locale, t, lookAtOpened } of languages) {
  test.describe(language, { tag: language === 'English' ? [] : '@long' }, () => {
    test.use({ browserLocale: locale });

    test('no dialog, menu, table twin, notification or drawer has a violation while it is open', async ({
      page,
    }) => {
      test.slow();
      const projectId = await fillDatabase(page, t);
      for (const overlay of overlays(t, projectId)) {
        await page.setViewportSize(wide);
        await openOverlay(page, overlay);
        await inspect(page, overlay.name, {
          within: overlay.is ?? 'dialog[open]',
          ...lookAtOpened,
          ...(overlay.isWideOnly && { sizes: { wide } }),
        });
      }
    });
  });
}
