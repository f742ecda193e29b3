import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from './support/app';
import { claudeLine } from './support/imports';
import { lines } from './support/log-folder';
import { open, totalsByProject } from './support/tokentab';

const response = (id: string, output: number) =>
  claudeLine({
    id,
    cwd: '/home/ada/shop',
    timestamp: '2026-10-02T09:00:00.000Z',
    input: 100 - output,
    output,
  });

/**
 * A folder in the browser's own file system replaces the one that the picker would return, because no test can use
 * its dialog.
 */
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

/** Writes as a tool does: at the end of a log, in a subfolder. */
const append = (page: Page, text: string, name = 'session.jsonl') =>
  appendBytes(page, `-home-ada-shop/${name}`, Buffer.from(text));

/** Writes anywhere in the folder, creating subfolders as needed. */
async function appendBytes(page: Page, path: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    async ({ path, bytes }) => {
      const names = path.split('/');
      const last = names.pop() ?? '';
      let folder = await navigator.storage.getDirectory();
      for (const name of ['projects', ...names])
        folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(last, { create: true });
      const { size } = await file.getFile();
      const stream = await file.createWritable({ keepExistingData: true });
      await stream.seek(size);
      await stream.write(Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)));
      await stream.close();
    },
    { path, bytes: Buffer.from(bytes).toString('base64') },
  );
}

const folders = (page: Page) => page.getByRole('list', { name: 'Connected folders' });
const tokens = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

test('a connected folder is read at once and while a tool writes, and a restart reads what was written in between @own-browser', async ({
  app,
}) => {
  let page = app.page;
  await prepare(page);
  await open(page, '/import');
  await append(page, lines(response('a', 10)));
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(page).getByText(/Up to date since.*New usage appears automatically/)).toBeVisible();
  await expect.poll(() => tokens(page)).toBe(100);

  await append(page, lines(response('b', 10)));
  await expect.poll(() => tokens(page)).toBe(200);
  // Half a line now, the rest later: it is neither lost nor reported.
  const line = response('c', 10);
  await append(page, line.slice(0, 50));
  await append(page, lines(response('d', 10)), 'other.jsonl');
  await expect.poll(() => tokens(page)).toBe(300);
  await append(page, `${line.slice(50)}\n`);
  await expect.poll(() => tokens(page)).toBe(400);

  // Everything is one import without problems.
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
  await page.getByRole('button', { name: 'Disconnect the folder projects' }).click();
  await expect(folders(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Connect folder' })).toBeVisible();
  await expect(folders(page)).toHaveCount(0);
  expect(await tokens(page)).toBe(500);
});

test('the current plan window grows while a tool writes @long', async ({ page }) => {
  await prepare(page);
  await open(page, '/import');
  const now = (id: string) =>
    lines(claudeLine({ id, cwd: '/home/ada/shop', timestamp: new Date().toISOString() }));
  await append(page, now('a'));
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(page).getByText(/Up to date since/)).toBeVisible();
  await page.getByRole('link', { name: 'This month', exact: true }).click();
  const window = page.getByRole('region', { name: 'Plan windows' });
  await expect(window).toContainText('15 tokens');
  await append(page, now('b'));
  await expect(window).toContainText('30 tokens');
});

test('if the browser needs permission again, Resume continues; a missing folder says what to do @long @own-browser', async ({
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
  await expect(folders(page).getByText(/no longer exists/)).toBeVisible();
  expect(await tokens(page)).toBe(200);
});

test('only the leading tab reads connected folders, and another takes over when it is closed @long', async ({
  app,
}) => {
  const first = app.page;
  await prepare(first);
  await open(first, '/import');
  await first.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(first).getByText(/Up to date/)).toBeVisible();

  const second = await app.context.newPage();
  await prepare(second);
  await open(second, '/import');
  await expect(folders(second).getByText('Another Tokentab tab is reading this folder.')).toBeVisible();
  await append(second, lines(response('a', 10)));
  await expect.poll(() => tokens(second)).toBe(100);

  await first.close();
  await expect(folders(second).getByText(/Up to date/)).toBeVisible();
  await append(second, lines(response('b', 10)));
  await expect.poll(() => tokens(second)).toBe(200);
});

test('rows in the write-ahead log of a database in use are read as they arrive, and after a restart @own-browser @long', async ({
  app,
}) => {
  const [database, log] = await Promise.all(
    ['open.db', 'open.db-wal'].map((name) => readFile(`tests/fixtures/opencode/${name}`)),
  );
  // A header and frames of 536 bytes; every second frame ends a transaction.
  const frames = (from: number, to: number) => log!.subarray(from === 0 ? 0 : 32 + from * 536, 32 + to * 536);
  const engine = (page: Page) => totalsByProject(page, '2026-06');
  let page = app.page;
  await prepare(page);
  await open(page, '/import');
  await appendBytes(page, 'opencode/open.db', database!);
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect.poll(() => engine(page)).toEqual({ engine: 1 });

  await appendBytes(page, 'opencode/open.db-wal', frames(0, 4));
  await expect.poll(() => engine(page)).toEqual({ engine: 1 + 10 });
  // Half of the next transaction, then the rest of it.
  await appendBytes(page, 'opencode/open.db-wal', frames(4, 5));
  await appendBytes(page, 'opencode/open.db-wal', frames(5, 12));
  await expect.poll(async () => (await engine(page)).engine).toBeGreaterThanOrEqual(1 + 10 + 100);

  page = await app.restart();
  await prepare(page, 'prompt');
  await open(page, '/import');
  await appendBytes(page, 'opencode/open.db-wal', frames(12, 17));
  await page.getByRole('button', { name: 'Resume reading projects' }).click();
  await expect.poll(() => engine(page)).toEqual({ engine: 1 + 10 + 2 + 100 + 1000 });
  await expect(folders(page).getByText(/Up to date/)).toBeVisible();
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('Gemini logs below a folder’s hash update that folder’s project while they are written @long', async ({
  page,
}) => {
  const hash = createHash('sha256').update('/home/ada/shop').digest('hex');
  const message = (id: string) =>
    JSON.stringify({
      id,
      type: 'gemini',
      timestamp: '2026-10-02T09:00:00.000Z',
      model: 'gemini-3-pro',
      tokens: { input: 90, output: 10, cached: 0, thoughts: 0, tool: 0, total: 100 },
    });
  const session = JSON.stringify({
    sessionId: 's',
    projectHash: hash,
    startTime: '2026-10-02T09:00:00.000Z',
  });
  const chat = `${hash}/chats/session-2026-10-02.jsonl`;
  await prepare(page);
  await open(page, '/import');
  await page.getByRole('button', { name: 'Connect folder' }).click();
  await expect(folders(page).getByText(/Up to date/)).toBeVisible();

  await appendBytes(page, chat, Buffer.from(lines(session, message('a'))));
  await expect.poll(() => tokens(page)).toBe(100);
  // The folder becomes known as soon as another tool's log names it.
  await append(page, lines(response('claude', 10)));
  await expect.poll(() => totalsByProject(page, '2026-10')).toEqual({ shop: 200 });
  const half = message('b').slice(0, 60);
  await appendBytes(page, chat, Buffer.from(half));
  await append(page, lines(response('other', 10)), 'other.jsonl');
  await expect.poll(() => totalsByProject(page, '2026-10')).toEqual({ shop: 300 });
  await appendBytes(page, chat, Buffer.from(`${message('b').slice(60)}\n`));
  await expect.poll(() => totalsByProject(page, '2026-10')).toEqual({ shop: 400 });
  await expect(
    page.getByRole('table', { name: 'Imports' }).getByRole('button', { name: /problem/ }),
  ).toHaveCount(0);
});
