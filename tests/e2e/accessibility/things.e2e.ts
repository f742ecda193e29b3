import { test } from '../support/app';
import { fillDatabase } from '../support/full-database';
import { inspect, wide } from '../support/inspect';
import { languages } from '../support/languages';
import { openThing, things } from '../support/things';

/** Whatever opens over a page, in both languages: the same as for the pages, looked at while it is open. */

for (const { language, locale, t, lookAtOpened } of languages) {
  test.describe(language, () => {
    test.use({ browserLocale: locale });

    test('no dialog, menu, table twin, notification or drawer has a violation while it is open', async ({
      page,
    }) => {
      test.slow();
      const projectId = await fillDatabase(page, t);
      for (const thing of things(t, projectId)) {
        await page.setViewportSize(wide);
        await openThing(page, thing);
        await inspect(page, thing.name, {
          within: thing.is ?? 'dialog[open]',
          ...lookAtOpened,
          ...(thing.isWideOnly && { sizes: { wide } }),
        });
      }
    });
  });
}
