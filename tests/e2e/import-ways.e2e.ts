import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { dropOnto } from './support/drop';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines, writeLogFolder, type LogFolder } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

const shop = (id: string, tokens: number, session = 'shop') =>
  claudeLine({
    id,
    session,
    cwd: '/home/ada/shop',
    timestamp: '2026-10-02T09:00:00.000Z',
    input: tokens - 5,
    output: 5,
  });
const blog = (id: string, tokens: number) =>
  claudeLine({
    id,
    session: 'blog',
    cwd: '/home/ada/blog',
    timestamp: '2026-10-03T09:00:00.000Z',
    input: tokens - 5,
    output: 5,
  });

const logs = {
  'projects/-home-ada-shop/one.jsonl': lines(shop('a', 100), shop('b', 200)),
  // The same response again, in a session that was resumed.
  'projects/-home-ada-shop/two.jsonl': lines(shop('b', 200, 'resumed'), shop('c', 300, 'resumed')),
  'projects/-home-ada-shop/one/subagents/agent-1.jsonl': lines(shop('d', 400)),
  'projects/-home-ada-blog/three.jsonl': lines(blog('e', 50)),
  'projects/-home-ada-blog/notes.md': 'Not a log.\n',
};

/** The same folder, for every way to import it. */
const ways: Record<string, (page: Page, folder: LogFolder) => Promise<void>> = {
  'the folder input': (page, folder) => importPage(page).folderInput.setInputFiles(folder.path),

  'the input of many files': (page, folder) =>
    importPage(page).filesInput.setInputFiles(Object.keys(logs).map((file) => join(folder.path, file))),

  'a drop of the folder': async (page, folder) => {
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
      const own = DataTransferItem.prototype.webkitGetAsEntry;
      DataTransferItem.prototype.webkitGetAsEntry = function (this: DataTransferItem) {
        const entry = own.call(this);
        document.documentElement.dataset['dropped'] = entry?.isDirectory === true ? 'folder' : 'file';
        return entry;
      };
    });
    await dropOnto(page, [folder.path]);
    await expect(page.locator('html')).toHaveAttribute('data-dropped', 'folder');
  },

  // The system's dialog can't be automated, but this handle is as real as one that it returns.
  'the folder picker': async (page, folder) => {
    await page.evaluate(async (files) => {
      const root = await navigator.storage.getDirectory();
      const picked = await root.getDirectoryHandle('picked', { create: true });
      for (const [path, text] of Object.entries(files)) {
        const names = path.split('/');
        let parent = picked;
        for (const name of names.slice(0, -1)) {
          parent = await parent.getDirectoryHandle(name, { create: true });
        }
        const file = await parent.getFileHandle(names.at(-1) ?? '', { create: true });
        const writing = await file.createWritable();
        await writing.write(text);
        await writing.close();
      }
      Object.assign(window, { showDirectoryPicker: () => Promise.resolve(picked) });
    }, folder.files);
    await importPage(page).chooseFolder.click();
  },
};

for (const [name, bring] of Object.entries(ways)) {
  test(`logs that arrive by ${name} give the same totals`, async ({ page }) => {
    const folder = await writeLogFolder(logs);
    await open(page, '/import');
    await bring(page, folder);
    expect(await resultOf(page)).toEqual({
      'Files read': '4',
      'Usage events added': '5',
      'Already known': '1',
      'Files skipped': '1',
    });
    await expect(importPage(page).problems).toContainText('notes.md');
    expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 1_000, blog: 50 });

    // Again, by the same way: nothing new.
    await bring(page, folder);
    await expect(importPage(page).history.getByRole('row', { name: /Finished/ })).toHaveCount(2);
    expect(await resultOf(page)).toMatchObject({ 'Usage events added': '0' });
    expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 1_000, blog: 50 });
    await folder.remove();
  });
}

test('several folders and files can be dropped at once, on any page @smoke', async ({ page }) => {
  const folder = await writeLogFolder(logs);
  await open(page, '/settings');
  await dropOnto(page, [
    join(folder.path, 'projects/-home-ada-blog'),
    join(folder.path, 'projects/-home-ada-shop/one.jsonl'),
  ]);
  await expect(page).toHaveURL(/\/import$/);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '3' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 300, blog: 50 });
  await folder.remove();
});

test('closing the folder picker without a choice changes nothing', async ({ page }) => {
  await open(page, '/import');
  await page.evaluate(() => {
    const cancelled = () => Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
    Object.assign(window, { showDirectoryPicker: cancelled });
  });
  await importPage(page).chooseFolder.click();
  await expect(importPage(page).chooseFolder).toBeEnabled();
  await expect(importPage(page).result).toHaveCount(0);
  await expect(page.getByText('No imports yet.')).toBeVisible();
});
