import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { allPlaces } from '../../src/lib/sources/places';
import { imports } from '../../src/lib/texts/en/imports';
import { sources } from '../../src/lib/sources/registry';
import { makeDatabase } from '../unit/sources/support/make-database';
import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

const opencodeTables = () => readFile('tests/unit/sources/support/opencode.sql', 'utf8');
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

test('OpenCode’s SQLite database is read in the scan worker, offline too, and a fork’s copies count once', async ({
  app,
  site,
}) => {
  const page = await open(app.page, '/import');
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await site.stop();
  const bytes = await makeDatabase(await opencodeTables());
  await importPage(page).filesInput.setInputFiles([file('opencode.db', bytes)]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1' });
  expect(await totalsByProject(page, '2026-06')).toEqual({ engine: 4_980 });
});

test('a database that OpenCode has open is read with the log beside it, again when only the log has grown', async ({
  app,
}) => {
  const page = await open(app.page, '/import');
  const [database, log] = await Promise.all(
    ['open.db', 'open.db-wal'].map((name) => readFile(`tests/fixtures/opencode/${name}`)),
  );
  // Of its 17 frames, one transaction of two and half of the next.
  const early = file('open.db-wal', log!.subarray(0, 32 + 4 * 536));
  await importPage(page).filesInput.setInputFiles([file('open.db', database!), early]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1' });
  expect(await totalsByProject(page, '2026-06')).toEqual({ engine: 1 + 10 });

  await importPage(page).filesInput.setInputFiles([file('open.db', database!), file('open.db-wal', log!)]);
  // One message was written anew with another count, which is another call.
  await expect.poll(() => totalsByProject(page, '2026-06')).toEqual({ engine: 1 + 10 + 2 + 100 + 1000 });
  await expect(importPage(page).problems).toHaveCount(0);
});

test('a database and its log in an archive are read as one, in any order, and once more when the log has grown', async ({
  app,
}) => {
  const page = await open(app.page, '/import');
  const [database, log] = await Promise.all(
    ['open.db', 'open.db-wal'].map((name) => readFile(`tests/fixtures/opencode/${name}`)),
  );
  const early = zipSync({
    'opencode/open.db-wal': log!.subarray(0, 32 + 4 * 536),
    'opencode/open.db': database!,
  });
  await importPage(page).filesInput.setInputFiles([file('monday.zip', early)]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1' });
  expect(await totalsByProject(page, '2026-06')).toEqual({ engine: 1 + 10 });

  const late = zipSync({
    'opencode/open.db': database!,
    'opencode/open.db-shm': new Uint8Array(9),
    'opencode/open.db-wal': log!,
  });
  await importPage(page).filesInput.setInputFiles([file('tuesday.zip', late)]);
  await expect.poll(() => totalsByProject(page, '2026-06')).toEqual({ engine: 1 + 10 + 2 + 100 + 1000 });
  await expect(importPage(page).problems).toHaveCount(0);
});

test('an archive with logs of several tools is read as if they were loose', async ({ app }) => {
  const page = await open(app.page, '/import');
  const archive = zipSync({
    'opencode/opencode.db': await makeDatabase(await opencodeTables()),
    'claude/session.jsonl': await readFile('tests/fixtures/claude-code/session.jsonl'),
    'codex/parent.jsonl': await readFile('tests/fixtures/codex-cli/parent.jsonl'),
    'codex/fork.jsonl': await readFile('tests/fixtures/codex-cli/fork.jsonl'),
    'openai/cost.csv': await readFile('tests/fixtures/openai-cost/cost.csv'),
  });
  await importPage(page).filesInput.setInputFiles([file('logs.zip', archive)]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1' });
  const history = page.getByRole('table', { name: 'Imports' });
  await expect(history.getByRole('row').filter({ hasText: 'Several' })).toHaveCount(1);
  expect(await totalsByProject(page, '2026-06')).toMatchObject({ engine: 4_980 + 2_700 });
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
});

test('the import page names every kind of file there is, where it lies and how sure it is', async ({
  app,
}) => {
  const page = await open(app.page, '/import');
  await page.getByText(/recognized file formats/).click();
  const table = page.getByRole('table', { name: /kinds of files/ });
  for (const { name, certainty, places } of sources) {
    const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
    await expect(row).toContainText(imports.certainties[certainty]);
    for (const place of allPlaces(places)) await expect(row).toContainText(place);
  }
  await expect(table.getByRole('row')).toHaveCount(sources.length + 1);
});
