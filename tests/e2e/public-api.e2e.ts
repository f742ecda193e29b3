import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { attempt, badInput, createProject, event } from './support/public-calls';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

test('window.tokentab is there before the app has loaded, and its calls are answered then', async ({
  page,
}) => {
  // Asked as soon as there is something to ask, while the document is still being read.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!('tokentab' in window)) return;
      observer.disconnect();
      Object.assign(window, { early: window.tokentab.getProjects() });
      Object.assign(window, { readyState: document.readyState });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto('/');
  expect(await page.evaluate(() => (window as unknown as { early: Promise<unknown> }).early)).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as { readyState: string }).readyState)).toBe('loading');
  await page.evaluate(() => window.tokentab.ready);
});

test('projects: created with what is given, listed, and refused without a name', async ({ page }) => {
  await open(page);
  const alpha = await attempt(page, 'createProject', {
    name: ' Alpha ',
    clientName: 'Acme',
    description: 'Web',
  });
  expect(alpha).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{14}7/),
    name: 'Alpha',
    clientName: 'Acme',
    description: 'Web',
    isArchived: false,
    isPinned: false,
    pinOrder: 0,
  });
  const beta = await attempt(page, 'createProject', { name: 'Beta' });
  expect(beta).toMatchObject({ clientName: null, description: null });
  expect(await attempt(page, 'getProjects')).toEqual([alpha, beta]);

  expect(await attempt(page, 'createProject', { name: '  ' })).toEqual(badInput('name must not be empty.'));
  expect(await attempt(page, 'createProject', {})).toEqual(badInput('name is missing.'));
  expect(await attempt(page, 'createProject')).toEqual(badInput());
  expect(await attempt(page, 'createProject', { name: 7 })).toEqual(badInput('name must be text.'));
  expect(await attempt(page, 'createProject', { name: 'x'.repeat(301) })).toEqual(badInput());
  expect(await attempt(page, 'getProjects')).toHaveLength(2);
});

test('an import gives its summary, and refuses a source that nobody knows and what is no file', async ({
  page,
}) => {
  await open(page);
  const text = claudeLine({ id: 'a', cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z' });
  expect(await importTexts(page, [{ name: 'one.jsonl', text }])).toEqual({
    id: expect.any(String),
    source: 'claude-code',
    files: 1,
    filesSkipped: 0,
    filesUnchanged: 0,
    eventsAdded: 1,
    eventsReplaced: 0,
    duplicates: 0,
    problems: [],
    outputNotFinal: 0,
  });
  const chosen = await page.evaluate(
    (text) => window.tokentab.importFiles([new File([text], 'one.jsonl')], { source: 'claude-code' }),
    text,
  );
  expect(chosen).toMatchObject({ source: 'claude-code', eventsAdded: 0, duplicates: 1 });
  const nothing = await page.evaluate(() => window.tokentab.importFiles([]));
  expect(nothing).toMatchObject({ source: null, files: 0, eventsAdded: 0, problems: [] });

  const unknown = await page.evaluate(() =>
    window.tokentab
      .importFiles([], { source: 'tea-leaves' })
      .catch((error: unknown) => (error as { code: string }).code),
  );
  expect(unknown).toBe('BadInput');
  expect(await attempt(page, 'importFiles', ['one.jsonl'])).toEqual(badInput());
  expect(await attempt(page, 'importFiles')).toEqual(badInput());
});

test('the exported database is a whole SQLite file that other programs open', async ({ page }) => {
  await open(page);
  const id = await createProject(page, 'Alpha');
  await attempt(page, 'recordUsageEvent', event(id, { occurredAt: '2026-10-05T12:00:00Z' }));
  const blob = await page.evaluate(async () => {
    const blob = await window.tokentab.exportDatabase();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { type: blob.type, isBlob: blob instanceof Blob, bytes: [...bytes] };
  });
  expect(blob).toMatchObject({ isBlob: true, type: 'application/vnd.sqlite3' });

  const folder = await mkdtemp(join(tmpdir(), 'tokentab-export-'));
  const path = join(folder, 'export.sqlite3');
  await writeFile(path, new Uint8Array(blob.bytes));
  expect(await askFile(path, 'PRAGMA quick_check')).toEqual([['ok']]);
  expect(await askFile(path, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(await askFile(path, 'SELECT total_tokens, date, llm_mode FROM usage_events')).toEqual([
    [15, '2026-10-05', 'cloud'],
  ]);
  expect(await askFile(path, 'SELECT date, total_tokens, event_count FROM usage_daily')).toEqual([
    ['2026-10-05', 15, 1],
  ]);
  const [[version] = []] = await askFile(path, 'PRAGMA user_version');
  expect(version).toBeGreaterThanOrEqual(3);
  await rm(folder, { recursive: true });
});

test('the check of the database finds nothing wrong in what the calls have stored', async ({ page }) => {
  await open(page);
  expect(await attempt(page, 'checkIntegrity')).toEqual({ ok: true, differences: [] });
});
