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
});
