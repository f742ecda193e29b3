import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { open } from './support/tokentab';

const text = claudeLine({
  id: 'a',
  cwd: '/home/ada/shop',
  timestamp: '2026-10-02T09:00:05.000Z',
  input: 123_400,
  output: 56,
});

test('after the first visit, every page works without the server, also after a restart @smoke @own-browser', async ({
  app,
  site,
}) => {
  let page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await importTexts(page, [{ name: 'session.jsonl', text }]);
  const id = await page.evaluate(async () => (await window.tokentab.getProjects())[0]?.id);
  await site.stop();

  const pages: [path: string, sees: string][] = [
    ['/?month=2026-10', '123,456'],
    [`/project?id=${id}&month=2026-10`, '123,456'],
    ['/projects', 'shop'],
    ['/import', 'Choose folder'],
    ['/settings', 'Time zone'],
  ];
  for (const [path, sees] of pages) {
    await open(page, path);
    await page.reload();
    await expect(page.getByRole('main').getByText(sees).first()).toBeVisible();
  }

  // An import works offline, because its workers are in the precache.
  const more = claudeLine({ id: 'b', cwd: '/home/ada/shop', timestamp: '2026-10-03T09:00:00.000Z' });
  expect(await importTexts(page, [{ name: 'next.jsonl', text: more }])).toMatchObject({ eventsAdded: 1 });
  expect(await importTexts(page, [{ name: 'next.jsonl', text: more }])).toMatchObject({ eventsAdded: 0 });

  page = await app.restart();
  await open(page, '/?month=2026-10');
  await expect(page.getByRole('main').getByText('123,471').first()).toBeVisible();
});

/** Chromium's older and newer name; TypeScript knows neither. */
interface RoutedEntry extends PerformanceEntry {
  workerFinalSourceType?: string;
  workerFinalRouterSource?: string;
}

test('the browser serves the app’s files from the cache without running a script @service-worker', async ({
  app,
}) => {
  const page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await open(page);
  const sources = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/_app/immutable/'))
      .map((entry: RoutedEntry) => entry.workerFinalSourceType ?? entry.workerFinalRouterSource),
  );
  expect(sources.length).toBeGreaterThan(5);
  expect([...new Set(sources)]).toEqual(['cache']);
});
