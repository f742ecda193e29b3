import { strToU8, zipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tarOf } from './tar';
import { packedRollout } from './zstandard';
import { unpackAll } from './unpack-all';

const text = 'date,model,tokens\n2026-11-01,some-model,12\n'.repeat(2000);
const long = `${'a-folder/'.repeat(30)}log.csv`;
const tar = tarOf([
  { name: 'logs/', kind: '5', content: '' },
  { name: 'logs/a.csv', content: text },
  { name: 'link', kind: '2', content: '' },
  { name: long, content: 'long' },
  { name: 'empty.csv', content: '' },
]);
const files = { 'drop/logs/a.csv': text, [`drop/${long}`]: 'long', 'drop/empty.csv': '' };

describe('a tar archive', () => {
  test.each([1, 511, 513, 1 << 20])('yields its files, however it is chunked (%i bytes)', async (piece) => {
    expect(await unpackAll(tar, { piece })).toEqual({ files, problems: [] });
  });

  test('is found in gzip, and packed logs in it are unpacked as well', async () => {
    expect(await unpackAll(gzipSync(tar))).toEqual({ files, problems: [] });
    const codex = tarOf([
      { name: 'rollout.jsonl.zst', content: packedRollout },
      { name: 'a.csv', content: 'after' },
    ]);
    const { files: unpacked, problems } = await unpackAll(gzipSync(codex));
    expect(problems).toEqual([]);
    expect(Object.keys(unpacked)).toEqual(['drop/rollout.jsonl', 'drop/a.csv']);
    expect(unpacked['drop/rollout.jsonl']).toContain('token_count');
    const deep = zipSync({ 'a.tgz': new Uint8Array(gzipSync(codex)) });
    expect((await unpackAll(deep)).problems).toEqual(['drop/a.tar/rollout.jsonl.zst: archive-too-deep']);
  });

  test('nested in tar archives is not opened without limit', async () => {
    let nested = tar;
    for (let depth = 0; depth < 10; depth += 1) nested = tarOf([{ name: 'in.tar', content: nested }]);
    const { problems } = await unpackAll(nested);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/: archive-too-deep$/);
  });

  test('written by the tar program is read', async () => {
    const made = execFileSync('tar', ['-cf', '-', 'tests/fixtures/litellm', 'package.json'], {
      maxBuffer: 10_000_000,
    });
    const { files: read, problems } = await unpackAll(made);
    expect(problems).toEqual([]);
    expect(Object.keys(read).sort()).toEqual([
      'drop/package.json',
      'drop/tests/fixtures/litellm/lifetimes.jsonl',
      'drop/tests/fixtures/litellm/spend-logs.csv',
      'drop/tests/fixtures/litellm/spend-logs.json',
      'drop/tests/fixtures/litellm/spend-logs.jsonl',
    ]);
  });

  test('that is truncated at any block is reported, and what came before is kept', async () => {
    const small = tarOf([
      { name: 'a.csv', content: 'first file' },
      { name: 'b.csv', content: 'second file' },
    ]);
    for (let length = 513; length < 512 + 512 + 512 + 11; length += 1) {
      const { files: read, problems } = await unpackAll(small.subarray(0, length));
      const isBetween = length >= 512 + 10 && length <= 1024;
      expect(problems).toHaveLength(isBetween ? 0 : 1);
      expect('first file').toContain(read['drop/a.csv'] ?? '');
    }
  });

  test('with invalid sizes or endless names is reported', async () => {
    const broken = tar.slice();
    broken.set(strToU8('99999999999\0'), 124);
    expect((await unpackAll(broken)).problems).toEqual(['drop: archive-broken']);
    const endless = tarOf([{ name: 'x', kind: 'L', content: 'x'.repeat(70_000) }]);
    expect((await unpackAll(endless)).problems).toEqual(['drop: archive-broken']);
  });

  test('has a limited number of files', async () => {
    const { problems } = await unpackAll(tar, { limits: { entries: 2 } });
    expect(problems).toEqual(['drop: archive-too-many-files']);
  });
});
