import { expect, test } from '../support/app';
import { fillDatabase } from '../support/full-database';
import { inspect, wide } from '../support/inspect';
import { languages } from '../support/languages';
import { emptyPlaces, fullPlaces, goTo } from '../support/places';

/**
 * Every page, empty and full: axe-core finds nothing, nothing scrolls sideways, and every target is large enough, in
 * light, dark and forced colours, wide, at 320 px and at 200 %. In German, only what longer words can break. One tab
 * visits all pages of a state.
 */
for (const { language, locale, t, look } of languages) {
  test.describe(language, () => {
    test.use({ browserLocale: locale });

    const tag = language === 'English' ? [] : '@long';
    test('no page has a violation while it is empty', { tag: '@long' }, async ({ page, watcher }) => {
      test.slow();
      watcher.allow(/Not found: \/no-such-page|status of 404/);
      for (const place of emptyPlaces(t)) {
        await page.setViewportSize(wide);
        await goTo(page, place);
        await inspect(page, place.name, look);
      }
    });

    // Two workers share the pages, because one alone takes too long.
    for (const half of [0, 1]) {
      test(`no page has a violation with everything in it, half ${half + 1}`, { tag }, async ({ page }) => {
        test.slow();
        const places = fullPlaces(t, await fillDatabase(page, t));
        expect(places.length).toBeGreaterThan(2);
        for (const place of places.filter((_, index) => index % 2 === half)) {
          await page.setViewportSize(wide);
          await goTo(page, place);
          await inspect(page, place.name, look);
        }
      });
    }
  });
}
