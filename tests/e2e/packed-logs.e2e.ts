import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { tarOf } from '../unit/ingest/unpack/tar';
import { packedRollout } from '../unit/ingest/unpack/zstandard';
import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { open, totalsByProject } from './support/tokentab';

const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const codex = (name: string): Promise<Buffer> => readFile(`tests/fixtures/codex-cli/${name}`);

test('a rollout that Codex has packed counts what it counted before, and not again', async ({ page }) => {
  await open(page, '/import');
  await importPage(page).filesInput.setInputFiles([file('rollout-1.jsonl', await codex('parent.jsonl'))]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '1' });
  const before = await totalsByProject(page, '2026-06');
  expect(before).not.toEqual({});

  await importPage(page).filesInput.setInputFiles([file('rollout-1.jsonl.zst', packedRollout)]);
  await expect.poll(() => resultOf(page)).toMatchObject({ 'Files read': '1', 'Usage events added': '0' });
  expect(await totalsByProject(page, '2026-06')).toEqual(before);
});

test('a folder in .tar.gz and a log in several gzip pieces are read as if they were loose', async ({
  page,
}) => {
  await open(page, '/import');
  const tar = tarOf([
    { name: 'sessions/rollout-1.jsonl.zst', content: packedRollout },
    { name: 'sessions/rollout-2.jsonl', content: await codex('fork.jsonl') },
  ]);
  const claude = await readFile('tests/fixtures/claude-code/session.jsonl');
  const pieces = Buffer.concat([gzipSync(claude.subarray(0, 500)), gzipSync(claude.subarray(500))]);
  await importPage(page).filesInput.setInputFiles([
    file('codex.tar.gz', gzipSync(tar)),
    file('session.jsonl.gz', pieces),
  ]);
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2' });
  const packed = await totalsByProject(page, '2026-06');

  await importPage(page).filesInput.setInputFiles([
    file('parent.jsonl', await codex('parent.jsonl')),
    file('fork.jsonl', await codex('fork.jsonl')),
    file('session.jsonl', claude),
  ]);
  await expect.poll(() => resultOf(page)).toMatchObject({ 'Files read': '3', 'Usage events added': '0' });
  expect(await totalsByProject(page, '2026-06')).toEqual(packed);
});
