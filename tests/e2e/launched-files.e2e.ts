import { join } from 'node:path';
import { expect, test } from './support/app';
import { resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines, writeLogFolder } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

const log = (id: string) =>
  lines(
    claudeLine({ id, session: id, cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z', input: 95 }),
  );

test('files that the system opens are imported at once', async ({ page }) => {
  // Only an installed app gets launches, so this stands for the browser's queue. The handles are real.
  await page.addInitScript(() => {
    const setConsumer = (consumer: unknown) => Object.assign(window, { consumer });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  });
  await open(page, '/');
  await page.waitForFunction(() => 'consumer' in window);
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('one.jsonl', { create: true });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    (window as unknown as { consumer: (launch: object) => void }).consumer({ files: [handle] });
  }, log('a'));
  await expect(page).toHaveURL(/\/import$/);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1', 'Usage events added': '1' });
});

test('files opened with the installed app are imported, also offline @long @own-browser', async ({
  app,
  site,
}) => {
  const folder = await writeLogFolder({
    'one.jsonl': log('a'),
    'two.jsonl': log('b'),
    'three.jsonl': log('c'),
  });
  const page = await open(app.page, '/');
  // Being ready isn't enough: until the service worker controls this page, later requests still go to the server.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const session = await app.browserSession();
  const manifestId = `${site.url}/`;
  await session.send('PWA.install', { manifestId, installUrlOrBundleUrl: site.url });
  await site.stop();

  const launch = (...names: string[]) =>
    session.send('PWA.launchFilesInApp', { manifestId, files: names.map((name) => join(folder.path, name)) });
  await launch('one.jsonl', 'two.jsonl');
  // The app reuses the window that is already open (`launch_handler`).
  await expect(page).toHaveURL(/\/import$/);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '2' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 200 });

  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await launch('three.jsonl');
  await expect(page).toHaveURL(/\/import$/);
  await expect.poll(() => totalsByProject(page, '2026-10')).toEqual({ shop: 300 });
  await folder.remove();
});
