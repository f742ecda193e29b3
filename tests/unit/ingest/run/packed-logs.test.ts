import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { importFiles } from '../../../../src/lib/ingest/run/import-files';
import { tarOf } from '../unpack/tar';
import { packedRollout } from '../unpack/zstandard';
import { chosenFile, inPlace, openTarget } from './database-target';

/** Packed logs count the same as unpacked ones, and each call once, whichever is imported first. */

const june = { from: '2026-06-01', to: '2026-06-30' };
const bytesOf = (path: string) => new Uint8Array(readFileSync(`tests/fixtures/${path}`));

async function openImports() {
  const { target, commands } = await openTarget();
  let time = 0;
  return {
    commands,
    // Without a memory of files, as a first choice of each is.
    bring: (files: Record<string, Uint8Array>) =>
      importFiles(
        target,
        Object.entries(files).map(([path, bytes]) => chosenFile(path, new Uint8Array(bytes), (time += 1))),
        inPlace,
      ),
    total: () => commands.getUsageTotals(june, 'source').reduce((sum, each) => sum + each.totalTokens, 0),
  };
}

it('a rollout that Codex has compressed counts the same as before, and not twice', async () => {
  const { bring, total } = await openImports();
  expect(await bring({ 'rollout-1.jsonl': bytesOf('codex-cli/parent.jsonl') })).toMatchObject({ files: 1 });
  const before = total();
  expect(before).toBeGreaterThan(0);
  const packed = await bring({ 'rollout-1.jsonl.zst': packedRollout });
  expect(packed).toMatchObject({ files: 1, eventsAdded: 0, problems: [] });
  expect(total()).toBe(before);
});

it('a folder in .tar.gz and a log in several gzip members are read like unpacked files', async () => {
  const { bring, total, commands } = await openImports();
  const tar = tarOf([
    { name: 'sessions/rollout-1.jsonl.zst', content: packedRollout },
    { name: 'sessions/rollout-2.jsonl', content: bytesOf('codex-cli/fork.jsonl') },
  ]);
  const claude = bytesOf('claude-code/session.jsonl');
  const pieces = Buffer.concat([gzipSync(claude.subarray(0, 500)), gzipSync(claude.subarray(500))]);
  expect(await bring({ 'codex.tar.gz': gzipSync(tar), 'session.jsonl.gz': pieces })).toMatchObject({
    files: 2,
  });
  const packed = total();
  expect(packed).toBeGreaterThan(0);

  const loose = await bring({
    'parent.jsonl': bytesOf('codex-cli/parent.jsonl'),
    'fork.jsonl': bytesOf('codex-cli/fork.jsonl'),
    'session.jsonl': claude,
  });
  expect(loose).toMatchObject({ files: 3, eventsAdded: 0 });
  expect(total()).toBe(packed);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

/** Of the log's 17 frames, one transaction of two and half of the next. */
const database = bytesOf('opencode/open.db');
const log = bytesOf('opencode/open.db-wal');
const early = log.subarray(0, 32 + 4 * 536);

it.each([
  [
    'beside each other',
    { 'open.db': database, 'open.db-wal': early },
    { 'open.db': database, 'open.db-wal': log },
  ],
  [
    'in an archive, in any order',
    { 'monday.zip': zipSync({ 'opencode/open.db-wal': early, 'opencode/open.db': database }) },
    {
      'tuesday.zip': zipSync({
        'opencode/open.db': database,
        'opencode/open.db-shm': new Uint8Array(9),
        'opencode/open.db-wal': log,
      }),
    },
  ],
])(
  'an open database and its log %s are read as one, and again when only the log has grown',
  async (_, first, second) => {
    const { bring, total } = await openImports();
    expect(await bring(first)).toMatchObject({ files: 1, problems: [] });
    expect(total()).toBe(1 + 10);
    // One message was written again with another count, which is another call.
    expect(await bring(second)).toMatchObject({ files: 1, problems: [] });
    expect(total()).toBe(1 + 10 + 2 + 100 + 1000);
  },
);
