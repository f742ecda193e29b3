import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines } from './support/log-folder';
import { tellLongestTask, watchLongTasks } from './support/long-tasks';
import { open, totalsByProject } from './support/tokentab';

const line = (id: string) =>
  claudeLine({ id, session: id, cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z', input: 95 });

/** A folder in the browser's own file system, whose handles are real; the picker returns it. */
async function prepareFolder(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('picked', { create: true });
    for (const [name, text] of Object.entries(files)) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
  }, files);
}

test('files that vanish, grow or shrink after listing are read as they are or reported, and the rest is imported', async ({
  page,
}) => {
  await open(page, '/import');
  await prepareFolder(page, {
    'stays.jsonl': lines(line('a')),
    'vanishes.jsonl': lines(line('b')),
    'grows.jsonl': lines(line('c')),
    'shrinks.jsonl': lines(line('d'), line('e')),
  });
  // Everything is listed when the first scan worker starts. Only then the files change, and only then the worker
  // reads.
  await page.evaluate(
    async ({ more, less }) => {
      const Original = Worker;
      const change = async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('picked');
        const write = async (name: string, text: string) => {
          const stream = await (await folder.getFileHandle(name)).createWritable();
          await stream.write(text);
          await stream.close();
        };
        await folder.removeEntry('vanishes.jsonl');
        await write('grows.jsonl', more);
        await write('shrinks.jsonl', less);
      };
      let changed: Promise<void> | undefined;
      window.Worker = class extends Original {
        override postMessage(message: unknown): void {
          void (changed ??= change()).then(() => super.postMessage(message));
        }
      };
      await Promise.resolve();
    },
    { more: lines(line('c'), line('f')), less: lines(line('d')) },
  );
  await importPage(page).chooseFolder.click();
  expect(await resultOf(page)).toEqual({
    'Files read': '3',
    'Usage events added': '4',
    'Files skipped': '1',
    Problems: '1',
  });
  await expect(importPage(page).problems).toContainText('vanishes.jsonl');
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 400 });
});

test('twenty thousand tiny files are read with progress, and each counts once @long', async ({ page }) => {
  test.setTimeout(240_000);
  await open(page, '/import');
  const count = 20_000;
  // Handles without a disk, returned some at a time as browsers do. One in a hundred is a log.
  await page.evaluate(
    async ({ count, line }) => {
      const handles: { kind: 'file'; name: string; getFile: () => Promise<File> }[] = [];
      for (let index = 0; index < count; index += 1) {
        const isLog = index % 100 === 0;
        const name = isLog ? `${index}.jsonl` : `${index}.txt`;
        const text = isLog ? `${line.replaceAll('#', String(index))}\n` : 'nothing';
        const file = new File([text], name, { lastModified: 1 });
        handles.push({ kind: 'file', name, getFile: () => Promise.resolve(file) });
      }
      const { port1, port2 } = new MessageChannel();
      const turn = () =>
        new Promise<void>((resolve) => {
          port1.onmessage = () => resolve();
          port2.postMessage(null);
        });
      const folder = {
        kind: 'directory',
        name: 'many',
        async *values() {
          for (const [index, handle] of handles.entries()) {
            if (index % 100 === 0) await turn();
            yield handle;
          }
        },
      };
      await turn();
      Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
    },
    { count, line: line('#') },
  );
  await watchLongTasks(page);
  const began = Date.now();
  // Checked in the page, frame by frame: on a fast machine the import ends before a test can look twice from outside.
  const progress = page.waitForFunction(
    () => /[1-9][\d,]* of 20,000 files/.test(document.querySelector('main')?.textContent ?? ''),
    undefined,
    { timeout: 60_000 },
  );
  await importPage(page).chooseFolder.click();
  await progress;
  await expect(importPage(page).history.getByRole('row', { name: /Finished/ })).toHaveCount(1, {
    timeout: 200_000,
  });
  console.info(`${count} tiny files: ${Date.now() - began} ms`);
  await tellLongestTask(page, `${count} tiny files`);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '200', 'Usage events added': '200' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 20_000 });
});
