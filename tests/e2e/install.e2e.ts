import { expect, test } from './support/app';
import { open } from './support/tokentab';

test('the browser finds nothing that keeps it from installing Tokentab', async ({ app }) => {
  const page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await app.context.newCDPSession(page);
  expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
  const { errors, manifest } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(manifest.display).toMatch(/standalone/i);

  // Chromium leaves out what it does not understand, in silence: what is left is what works.
  const { shareTarget } = manifest as { shareTarget?: { action: string; method: string } };
  expect(shareTarget).toMatchObject({ action: `${app.site.url}/import`, method: 'kPost' });

  const missing = await page.evaluate(async () => {
    interface Manifest {
      icons: { src: string }[];
      screenshots?: { src: string }[];
    }
    const manifest = (await (await fetch('/manifest.webmanifest')).json()) as Manifest;
    const pictures = [...manifest.icons, ...(manifest.screenshots ?? [])].map(({ src }) => src);
    const answers = await Promise.all(pictures.map((src) => fetch(src)));
    return pictures.filter((_src, index) => answers[index]?.ok !== true);
  });
  expect(missing, 'pictures that the manifest names and nobody serves').toEqual([]);
});

test('the installed app is offered for logs and tables, and for nothing that others own', async ({ app }) => {
  const page = await open(app.page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await app.browserSession();
  const manifestId = `${app.site.url}/`;
  await session.send('PWA.install', { manifestId, installUrlOrBundleUrl: app.site.url });
  const { fileHandlers } = await session.send('PWA.getOsAppState', { manifestId });
  expect(fileHandlers.map(({ action }) => action)).toEqual([`${app.site.url}/import`]);
  const endings = fileHandlers.flatMap(({ accepts }) =>
    accepts.flatMap(({ fileExtensions }) => fileExtensions),
  );
  expect(endings.sort()).toEqual(['.csv', '.jsonl', '.ndjson']);
});
