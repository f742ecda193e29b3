import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { panel, total } from './support/devices';
import { record } from './support/record';
import { open } from './support/tokentab';
import { listTraffic } from './support/traffic';

/** A folder of the origin's own stands for one on the disk: a real one cannot be chosen without a person. */
const chooseOwnFolder = () =>
  Object.assign(window, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Shared', { create: true }),
  });

/** What a program that replicates folders does: all files of one browser's folder, put into the other's. */
async function replicate(from: Page, to: Page): Promise<void> {
  const files = await from.evaluate(async () => {
    const found: { path: string[]; bytes: number[] }[] = [];
    const visit = async (directory: FileSystemDirectoryHandle, path: string[]): Promise<void> => {
      for await (const entry of directory.values())
        if (entry.kind === 'directory') await visit(entry, [...path, entry.name]);
        else
          found.push({
            path: [...path, entry.name],
            bytes: [...new Uint8Array(await (await entry.getFile()).arrayBuffer())],
          });
    };
    await visit(await (await navigator.storage.getDirectory()).getDirectoryHandle('Shared'), []);
    return found;
  });
  await to.evaluate(async (files) => {
    for (const { path, bytes } of files) {
      const root = await navigator.storage.getDirectory();
      let directory = await root.getDirectoryHandle('Shared', { create: true });
      for (const name of path.slice(0, -1))
        directory = await directory.getDirectoryHandle(name, { create: true });
      const file = await directory.getFileHandle(path.at(-1) ?? '', { create: true });
      const writable = await file.createWritable();
      await writable.write(Uint8Array.from(bytes));
      await writable.close();
    }
  }, files);
}

async function leave(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Leave…' }).click();
  await panel(page).getByRole('button', { name: 'Leave', exact: true }).click();
}

// In a browser, because the folder, the key's worker and the stored handle are the browser's. Unit tests prove what devices come to
// hold, whatever the folder does to their files.
test('two devices end up with the same data through a folder, without any request', async ({
  app,
  browser,
}) => {
  await app.context.addInitScript(chooseOwnFolder);
  const here = await open(app.page, '/settings');
  await record(here, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  await panel(here).getByRole('button', { name: 'Choose a folder…' }).click();
  await panel(here).getByLabel('Name of this device').fill('');
  await panel(here).getByRole('button', { name: 'Start on this device' }).click();
  await expect(panel(here)).toContainText('Give this device a name');
  await panel(here).getByLabel('Name of this device').fill('Laptop');
  await panel(here).getByRole('button', { name: 'Start on this device' }).click();
  await expect(panel(here)).toContainText('No other device takes part yet.');
  const key = await panel(here).getByText('AGE-SECRET-KEY-1').textContent();

  // Installing a service worker would ask for all the site's files, whenever it gets to it.
  const context = await browser.newContext({
    ...{ locale: 'en-US', baseURL: app.site.url },
    serviceWorkers: 'block',
  });
  await context.addInitScript(chooseOwnFolder);
  const there = await open(await context.newPage(), '/settings');
  await record(there, [{ project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
  await replicate(here, there);
  const requests = [listTraffic(app.context), listTraffic(context)];
  await panel(there).getByRole('button', { name: 'Choose a folder…' }).click();
  await panel(there).getByLabel('Name of this device').fill('Desktop');
  await panel(there)
    .getByLabel('Key', { exact: true })
    .fill(`AGE-SECRET-KEY-1${'Q'.repeat(58)}`);
  await panel(there).getByRole('button', { name: 'Join' }).click();
  await expect(panel(there).getByRole('alert')).toBeVisible();
  await panel(there)
    .getByLabel('Key', { exact: true })
    .fill(key ?? '');
  await panel(there).getByRole('button', { name: 'Join' }).click();
  await expect(panel(there).getByRole('row', { name: /^Laptop/ })).toContainText('In sync');
  expect(await total(there)).toBe(17);

  await replicate(there, here);
  await panel(here).getByRole('button', { name: 'Compare now' }).click();
  await expect(panel(here).getByRole('row', { name: /^Desktop/ })).toContainText('In sync');
  expect(await total(here)).toBe(17);
  // Whatever was asked for is the site's own code: nothing carries data, and nothing opens a socket.
  expect(requests.flat().filter((url) => !url.startsWith(`${app.site.url}/_app/`))).toEqual([]);

  // A device that leaves during a comparison tells the others afterwards.
  await here.evaluate(async () => {
    await new Promise<void>((isHeld) => {
      void navigator.locks.request('tokentab-devices', async () => {
        isHeld();
        await new Promise((resolve) => setTimeout(resolve, 1000));
      });
    });
  });
  await leave(here);
  await expect(here.getByText('This device no longer takes part.', { exact: true })).toBeVisible();
  await replicate(here, there);
  await panel(there).getByRole('button', { name: 'Compare now' }).click();
  await expect(panel(there).getByRole('row', { name: /^Laptop/ })).toContainText('Left');
  await expect(panel(there)).toContainText('No other device takes part any more.');

  // Without the folder, this device can leave all the same, as its status advises.
  await there.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('Shared', { recursive: true }),
  );
  await panel(there).getByRole('button', { name: 'Compare now' }).click();
  await expect(panel(there)).toContainText('The folder “Shared” is gone');
  await leave(there);
  await expect(there.getByText('The others could not be told.')).toBeVisible();
  await expect(panel(there).getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
  await context.close();
});
