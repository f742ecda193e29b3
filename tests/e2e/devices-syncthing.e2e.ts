import { renameSync } from 'node:fs';
import type { Page } from 'playwright';
import { program, Syncthing } from '../unit/sync/syncthing/syncthing';
import { expect, test } from './support/app';
import { panel, total } from './support/devices';
import { OwnBrowser } from './support/own-browser';
import { allowFolder, forbidFolders, pickByDropping, pickFolder } from './support/real-folder';
import { record } from './support/record';
import { App } from './support/running-app';
import { open } from './support/tokentab';
import { listTraffic } from './support/traffic';

/** In milliseconds, on a busy machine. */
const patient = { timeout: 100_000 };
test.skip(program === undefined, 'There is no syncthing.');

// In browsers, because folders of the disk, their permission and their errors are the browser's. Unit tests prove what devices
// come to hold through Syncthing.
test('two browsers end up with the same data through Syncthing, and say what is wrong with a folder @long', async ({
  site,
  watcher,
}) => {
  test.setTimeout(900_000);
  const syncthings = await Syncthing.startAll(2);
  const devices = await Promise.all(
    syncthings.map(async ({ folder }) => {
      const preferences = allowFolder(site.url, folder);
      const own = await OwnBrowser.create({ browserArgs: [], ignoreDefaultArgs: [], preferences });
      const app = new App(site, watcher, own, { locale: 'en-US' });
      await app.launch();
      await pickByDropping(app.context);
      return { app, own, folder };
    }),
  );
  const [one, two] = devices;
  const [, second] = syncthings;
  if (!one || !two || !second) throw new Error('A device is missing.');
  try {
    const here = await start(one.app.page, one.folder, 'Laptop');
    await record(here, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
    await panel(here).getByRole('button', { name: 'Start on this device' }).click();
    await expect(panel(here)).toContainText('No other device takes part yet.', patient);
    const key = (await panel(here).getByText('AGE-SECRET-KEY-1').textContent()) ?? '';

    const there = await start(two.app.page, two.folder, 'Desktop');
    await record(there, [{ project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
    // Installing the app asks for all of its files.
    for (const page of [here, there])
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const asked = devices.map(({ app }) => listTraffic(app.context));
    await panel(there).getByLabel('Key', { exact: true }).fill(key);
    // Syncthing may not have brought the folder yet.
    await expect(async () => {
      await panel(there).getByRole('button', { name: 'Join' }).click();
      await expect(panel(there).getByRole('row', { name: /^Laptop/ })).toBeVisible({ timeout: 5000 });
    }).toPass(patient);
    await compareUntil(there, /^Laptop/, 17);
    await compareUntil(here, /^Desktop/, 17);

    // Killed while both have something to say.
    await second.kill();
    await record(here, [{ project: 'Shop', at: '2026-10-07T12:00:00Z', tokens: 100 }]);
    await record(there, [{ project: 'Blog', at: '2026-10-07T12:00:00Z', tokens: 1000 }]);
    for (const page of [here, there]) await compare(page);
    await second.run();
    await compareUntil(there, /^Laptop/, 1117);
    await compareUntil(here, /^Desktop/, 1117);
    // Whatever was asked for is the site's own code: nothing carries data, and nothing opens a socket.
    expect(asked.flat().filter((url) => !url.startsWith(`${site.url}/_app/`))).toEqual([]);

    // The folder is moved away, and comes back.
    await second.kill();
    renameSync(two.folder, `${two.folder}-moved`);
    await compare(there);
    await expect(panel(there)).toContainText('The folder “shared” is gone', patient);
    renameSync(`${two.folder}-moved`, two.folder);
    await compareUntil(there, /^Laptop/, 1117);

    // The permission is withdrawn.
    await two.app.close();
    forbidFolders(two.own.profileFolder);
    const again = await open(await two.app.launch(), '/settings');
    await expect(panel(again)).toContainText('The browser needs your permission again', patient);
    await expect(panel(again).getByRole('button', { name: 'Allow access' })).toBeVisible();
    expect(await total(again)).toBe(1117);
  } finally {
    for (const { app, own } of devices) {
      await app.close();
      await own.remove();
    }
    await Promise.all(syncthings.map((each) => each.remove()));
  }
});

async function start(page: Page, folder: string, name: string): Promise<Page> {
  await open(page, '/settings');
  await panel(page).getByRole('button', { name: 'Choose a folder…' }).click();
  await pickFolder(page, folder);
  await panel(page).getByLabel('Name of this device').fill(name);
  return page;
}

const compare = (page: Page) => panel(page).getByRole('button', { name: 'Compare now' }).click(patient);

/** Looks again until the other device's files have come. */
async function compareUntil(page: Page, other: RegExp, tokens: number): Promise<void> {
  await expect(async () => {
    await compare(page);
    await expect(panel(page).getByRole('row', { name: other })).toContainText('In sync', { timeout: 5000 });
    expect(await total(page)).toBe(tokens);
  }).toPass(patient);
}
