import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/app';
import { attempt, badInput, createProject, event } from './support/public-calls';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

/** Only what needs a page. All calls and errors: tests/unit/client and tests/browser. */

test('calls to window.tokentab before the app has loaded are answered once it has', async ({ page }) => {
  // Called as soon as possible, while the document is still being parsed.
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
  // A rejection reaches the script as an error with a code.
  expect(await attempt(page, 'createProject', { name: '  ' })).toEqual(badInput('name must not be empty.'));
});

test('the exported database is a complete SQLite file that other programs can open', async ({ page }) => {
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
