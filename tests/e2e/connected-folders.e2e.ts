import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine } from './support/imports';
import { lines } from './support/log-folder';
import { open } from './support/tokentab';

const response = (id: string, output: number) =>
  claudeLine({
    id,
    cwd: '/home/ada/shop',
    timestamp: '2026-10-02T09:00:00.000Z',
    input: 100 - output,
    output,
  });

/** A folder of the browser's own file system stands in for the one that the picker would give: no test can press in its dialog. */
async function prepare(page: Page, permission: PermissionState = 'granted'): Promise<void> {
  await page.addInitScript((permission) => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('projects', { create: true }),
    });
    const state = { permission };
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state.permission),
      requestPermission: () => Promise.resolve((state.permission = 'granted')),
    });
  }, permission);
}

/** Writes as a tool would: at the end of a log, in a folder below. */
async function append(page: Page, text: string, name = 'session.jsonl'): Promise<void> {
  await page.evaluate(
    async ({ text, name }) => {
      const root = await (
        await navigator.storage.getDirectory()
      ).getDirectoryHandle('projects', { create: true });
      const folder = await root.getDirectoryHandle('-home-ada-shop', { create: true });
      const file = await folder.getFileHandle(name, { create: true });
      const { size } = await file.getFile();
      const stream = await file.createWritable({ keepExistingData: true });
      await stream.seek(size);
      await stream.write(text);
      await stream.close();
    },
    { text, name },
  );
}

const folders = (page: Page) => page.getByRole('list', { name: 'Connected folders' });
const tokens = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

test('a connected folder is read at once, numbers move while a tool writes, and a restart reads what came meanwhile', async ({
  app,
}) => {
  let page = app.page;
  await prepare(page);
  await open(page, '/import');
  await append(page, lines(response('a', 10)));
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(page).getByText(/Up to date since.*New usage shows by itself/)).toBeVisible();
  await expect.poll(() => tokens(page)).toBe(100);

  await append(page, lines(response('b', 10)));
  await expect.poll(() => tokens(page)).toBe(200);
  // Half a line now, the rest later: neither lost nor a problem.
  const line = response('c', 10);
  await append(page, line.slice(0, 50));
  await append(page, lines(response('d', 10)), 'other.jsonl');
  await expect.poll(() => tokens(page)).toBe(300);
  await append(page, `${line.slice(50)}\n`);
  await expect.poll(() => tokens(page)).toBe(400);

  // All of it is one import, which brought no problem.
  const row = page
    .getByRole('table', { name: 'Imports' })
    .getByRole('row')
    .filter({ hasText: 'Claude Code' });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('button', { name: /problem/ })).toHaveCount(0);

  page = await app.restart();
  await prepare(page);
  await open(page, '/settings');
  await expect.poll(() => tokens(page)).toBe(400);
  await append(page, lines(response('e', 10)));
  await expect.poll(() => tokens(page)).toBe(500);

  await open(page, '/import');
  await page.getByRole('button', { name: 'Forget the folder projects' }).click();
  await expect(folders(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Connect folder' })).toBeVisible();
  await expect(folders(page)).toHaveCount(0);
  expect(await tokens(page)).toBe(500);
});

test('where the browser asks again, one Resume button goes on; a folder that is gone says what to do', async ({
  app,
}) => {
  let page = app.page;
  await prepare(page);
  await open(page, '/import');
  await append(page, lines(response('a', 10)));
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect.poll(() => tokens(page)).toBe(100);

  page = await app.restart();
  await prepare(page, 'prompt');
  await open(page, '/');
  await append(page, lines(response('b', 10)));
  const banner = page.getByRole('region', { name: 'Connected folders' });
  await expect(banner).toContainText('projects');
  expect(await tokens(page)).toBe(100);
  await banner.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => tokens(page)).toBe(200);
  await expect(banner).toHaveCount(0);

  await page.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('projects', { recursive: true }),
  );
  await open(page, '/import');
  await page.getByRole('button', { name: 'Resume reading projects' }).click();
  await expect(folders(page).getByText(/no longer there/)).toBeVisible();
  expect(await tokens(page)).toBe(200);
});

test('only the leading tab reads; when it is closed, another goes on', async ({ app }) => {
  const first = app.page;
  await prepare(first);
  await open(first, '/import');
  await first.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(first).getByText(/Up to date/)).toBeVisible();

  const second = await app.context.newPage();
  await prepare(second);
  await open(second, '/import');
  await expect(folders(second).getByText('Another tab of Tokentab reads it.')).toBeVisible();
  await append(second, lines(response('a', 10)));
  await expect.poll(() => tokens(second)).toBe(100);

  await first.close();
  await expect(folders(second).getByText(/Up to date/)).toBeVisible();
  await append(second, lines(response('b', 10)));
  await expect.poll(() => tokens(second)).toBe(200);
});
