import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';
import { allPlaces } from '../../src/lib/sources/places';
import { formats } from '../../src/lib/texts/en/formats';
import { sources } from '../../src/lib/sources/registry';
import { makeDatabase } from '../unit/sources/support/make-database';
import { packedRollout } from '../unit/ingest/unpack/zstandard';
import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

const opencodeTables = () => readFile('tests/unit/sources/support/opencode.sql', 'utf8');
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

test('OpenCode’s SQLite database is read in the scan worker, also offline, and copies in a fork count once @service-worker', async ({
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

test('an archive with logs of several tools is read like the unpacked files', async ({ app }) => {
  const page = await open(app.page, '/import');
  const archive = zipSync({
    'opencode/opencode.db': await makeDatabase(await opencodeTables()),
    'claude/session.jsonl': await readFile('tests/fixtures/claude-code/session.jsonl'),
    'codex/parent.jsonl.zst': packedRollout,
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

test('the import page lists every source, its location, what it was verified against and what it can’t tell', async ({
  app,
}) => {
  const page = await open(app.page, '/import');
  await page.getByText(/recognized file formats/).click();
  const table = page.getByRole('table', { name: /recognized file formats/ });
  for (const { name, certainty, places, limits = [], siblings = [] } of sources) {
    const row = table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
    await expect(row).toContainText(formats.certainties[certainty]);
    for (const limit of limits) await expect(row).toContainText(formats.limits[limit]);
    for (const sibling of siblings) await expect(row).toContainText(sibling.name);
    for (const place of allPlaces(places)) await expect(row).toContainText(place);
  }
  await expect(table.getByRole('row')).toHaveCount(sources.length + 1);
});
