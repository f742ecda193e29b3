import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { unpack } from '../../../../src/lib/ingest/unpack/unpack';
import { RecentBytes } from '../../../../src/lib/ingest/unpack/recent-bytes';
import { inPieces, unpackAll } from './unpack-all';
import { packedRollout, zstdBomb, zstdFrame } from './zstandard';

const text = 'date,model,tokens\n2026-11-01,some-model,12\n'.repeat(2000);
const zip = zipSync({
  'logs/a.csv': strToU8(text),
  'b.csv': [strToU8('stored'), { level: 0 }],
  'logs/': new Uint8Array(0),
  '__MACOSX/._a.csv': strToU8('x'),
});

describe('a file is unpacked by its content', () => {
  test('any other file is left unchanged', async () => {
    expect(await unpackAll(strToU8('plain'))).toEqual({ files: { drop: 'plain' }, problems: [] });
    expect(await unpackAll(new Uint8Array(0))).toEqual({ files: { drop: '' }, problems: [] });
  });

  test.each([1, 7, 1000, 1 << 20])(
    'a ZIP yields its files, however it is chunked (%i bytes)',
    async (piece) => {
      const { files, problems } = await unpackAll(zip, { piece });
      expect(problems).toEqual([]);
      expect(files).toEqual({ 'drop/logs/a.csv': text, 'drop/b.csv': 'stored' });
    },
  );

  test.each([1, 1000, 1 << 20])(
    'a gzip file yields its content, whatever the chunks (%i bytes)',
    async (piece) => {
      expect(await unpackAll(gzipSync(text), { piece })).toEqual({ files: { drop: text }, problems: [] });
    },
  );

  test.each([1, 1000, 1 << 20])(
    'concatenated gzip files are all read, whatever the chunks (%i bytes)',
    async (piece) => {
      const both = Buffer.concat([gzipSync('one, '), gzipSync('two, '), gzipSync(text)]);
      expect(await unpackAll(both, { piece })).toEqual({
        files: { drop: `one, two, ${text}` },
        problems: [],
      });
    },
  );

  test.each([1, 7, 1 << 20])(
    'a rollout that Codex has compressed with Zstandard yields its lines, whatever the chunks (%i bytes)',
    async (piece) => {
      const rollout = readFileSync('tests/fixtures/codex-cli/parent.jsonl', 'utf8');
      expect(await unpackAll(packedRollout, { piece })).toEqual({ files: { drop: rollout }, problems: [] });
      const two = Buffer.concat([packedRollout, zstdFrame(strToU8(text))]);
      expect(await unpackAll(two, { piece })).toEqual({ files: { drop: rollout + text }, problems: [] });
    },
  );

  test('its name loses the extension of the archive', async () => {
    const names: string[] = [];
    const none = (): void => undefined;
    for (const [name, bytes] of [
      ['a.jsonl.zst', packedRollout],
      ['b.jsonl.gz', gzipSync('b')],
    ] as const)
      for await (const { path } of unpack(name, inPieces(bytes, 1000), none)) names.push(path);
    expect(names).toEqual(['a.jsonl', 'b.jsonl']);
  });

  test('gzipped logs in a ZIP are unpacked, deeper archives are reported', async () => {
    const inner = zipSync({ 'c.txt': strToU8('c') });
    const packed = zipSync({
      'a.jsonl.gz': new Uint8Array(gzipSync('a')),
      'inner.zip': inner,
      'deep.zip': zipSync({ 'deeper.zip': inner }),
    });
    const { files, problems } = await unpackAll(packed);
    expect(files).toEqual({ 'drop/a.jsonl': 'a', 'drop/inner.zip/c.txt': 'c' });
    expect(problems).toEqual(['drop/deep.zip/deeper.zip: archive-too-deep']);
  });

  test('an unread file is skipped', async () => {
    const paths: string[] = [];
    for await (const { path } of unpack('drop', inPieces(zip, 100), () => undefined)) paths.push(path);
    expect(paths).toEqual(['drop/logs/a.csv', 'drop/b.csv']);
  });

  test('a path that leads out of the archive is sanitized', async () => {
    const { files } = await unpackAll(zipSync({ '../../etc/passwd': strToU8('x') }));
    expect(Object.keys(files)).toEqual(['drop/etc/passwd']);
  });
});

describe('bounds', () => {
  test('a ZIP bomb is stopped early and reported', async () => {
    const bomb = zipSync({ 'zeros.bin': new Uint8Array(96 * 1024 * 1024), 'after.csv': strToU8('x') });
    const limits = { freeBytes: 1024 * 1024 };
    const { files, problems } = await unpackAll(bomb, { piece: 100, limits });
    expect(problems).toEqual(['drop/zeros.bin: archive-too-large']);
    expect(files['drop/zeros.bin']?.length ?? 0).toBeLessThan(2 * 1024 * 1024);
    expect(files).not.toHaveProperty('drop/after.csv');
  }, 30_000);

  test('a gzip bomb is stopped as well, and so is one in a ZIP', async () => {
    const bomb = gzipSync(new Uint8Array(32 * 1024 * 1024));
    const limits = { freeBytes: 1024 * 1024 };
    const { problems } = await unpackAll(bomb, { limits });
    const nested = await unpackAll(zipSync({ 'a.gz': new Uint8Array(bomb) }), { limits });
    expect(problems).toHaveLength(1);
    expect(nested.problems).toHaveLength(1);
  });

  test('a Zstandard bomb is stopped as well, and a window that no log needs is not allocated', async () => {
    const { files, problems } = await unpackAll(zstdBomb(1000), { limits: { freeBytes: 1024 * 1024 } });
    expect(problems).toEqual(['drop: archive-too-large']);
    expect(files['drop']?.length ?? 0).toBeLessThan(2 * 1024 * 1024);
    const wide = await unpackAll(zstdFrame(strToU8('x'), { window: 30 }));
    expect(wide).toEqual({
      files: {},
      problems: ['drop: archive-needs-memory'],
    });
  });

  test('the bytes and the files of an archive are limited', async () => {
    const { problems: excess } = await unpackAll(zip, { limits: { unpackedBytes: 1000 } });
    expect(excess[0]).toContain('archive-too-large');
    const { files, problems } = await unpackAll(zip, { limits: { entries: 1 } });
    expect(Object.keys(files)).toEqual(['drop/logs/a.csv']);
    expect(problems).toEqual(['drop: archive-too-many-files']);
  });
});

describe('broken archives are reported, and what came before the break is kept', () => {
  test('an encrypted entry', async () => {
    const encrypted = zip.slice();
    // Bit 0 of the first entry's flags.
    encrypted[6] = (encrypted[6] ?? 0) | 1;
    const { files, problems } = await unpackAll(encrypted);
    expect(problems).toEqual(['drop/logs/a.csv: archived-file-encrypted']);
    expect(files['drop/b.csv']).toBe('stored');
  });

  test('an entry packed in an unknown way', async () => {
    const unknown = zip.slice();
    unknown[8] = 99;
    const { files, problems } = await unpackAll(unknown);
    expect(problems).toEqual(['drop/logs/a.csv: archived-file-unknown-method']);
    expect(files['drop/b.csv']).toBe('stored');
  });

  test('a ZIP cut off at any byte', async () => {
    const small = zipSync({ 'a.csv': strToU8('first file'), 'b.csv': strToU8('second file') });
    for (let length = 4; length < small.length - 22; length += 1) {
      const { files, problems } = await unpackAll(small.slice(0, length));
      expect(problems).toHaveLength(1);
      expect('first file').toContain(files['drop/a.csv'] ?? '');
      expect('second file').toContain(files['drop/b.csv'] ?? '');
    }
  });

  test('a gzip file cut off at any byte', async () => {
    const small = gzipSync('some text that is not long');
    for (let length = 2; length < small.length; length += 1) {
      const { problems } = await unpackAll(small.subarray(0, length));
      expect(problems).toHaveLength(1);
    }
  });

  test('a Zstandard file cut off at any byte', async () => {
    const small = zstdFrame(strToU8('some text that is not long'));
    for (let length = 4; length < small.length; length += 1) {
      const { problems } = await unpackAll(small.slice(0, length));
      expect(problems).toHaveLength(1);
    }
    for (let length = 4; length < packedRollout.length - 4; length += 1)
      expect((await unpackAll(packedRollout.subarray(0, length))).problems).toHaveLength(1);
  });

  test('a gzip file with a truncated member yields those before it', async () => {
    const both = Buffer.concat([gzipSync('one'), gzipSync('two').subarray(0, -9)]);
    const { files, problems } = await unpackAll(both);
    expect(files['drop']).toMatch(/^one/);
    expect(problems).toEqual(['drop: compressed-file-broken']);
  });

  test('content that does not match its checksum, stored, in a ZIP or in gzip', async () => {
    const stored = zipSync({ 'a.csv': [strToU8('12345'), { level: 0 }], 'b.csv': strToU8('fine') });
    const at = Buffer.from(stored).indexOf('12345');
    stored[at] = 0x39;
    const { files, problems } = await unpackAll(stored);
    expect(problems).toEqual(['drop/a.csv: archive-broken']);
    expect(files['drop/b.csv']).toBe('fine');

    const gzip = gzipSync('12345', { level: 0 });
    gzip[Buffer.from(gzip).indexOf('12345')] = 0x39;
    expect((await unpackAll(gzip)).problems).toEqual(['drop: compressed-file-broken']);
  });

  test('random bytes after an archive’s magic number', async () => {
    const bytes = new Uint8Array(5000).map((_, index) => (index * 7919) % 251);
    expect((await unpackAll(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes))).problems).not.toEqual([]);
    expect((await unpackAll(Uint8Array.of(0x1f, 0x8b, ...bytes))).problems).toHaveLength(1);
    expect((await unpackAll(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, ...bytes))).problems).toHaveLength(1);
  });

  test('a file that cannot be read fails with the original error', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(zip.subarray(0, 100));
      throw new DOMException('gone', 'NotFoundError');
    }
    const read = async (): Promise<void> => {
      for await (const { chunks } of unpack('drop', failing(), () => undefined)) {
        for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
      }
    };
    await expect(read()).rejects.toThrow('gone');
  });
});

describe('an archive of empty entries', () => {
  const tooMany = 'archive-too-many-files';

  test('in gzip stops at the limit of entries', async () => {
    const member = gzipSync('');
    const bytes = Buffer.concat(Array.from({ length: 5000 }, () => member));
    const { problems } = await unpackAll(bytes, { limits: { entries: 1000 } });
    expect(problems).toEqual([`drop: ${tooMany}`]);
  });

  test('in a ZIP stops at the limit of entries', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `logs/${index}.jsonl`);
    const bytes = zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(0)])), { level: 0 });
    const { files, problems } = await unpackAll(bytes, { limits: { entries: 1000 } });
    expect(Object.keys(files).length).toBeLessThanOrEqual(1000);
    expect(problems).toEqual([`drop: ${tooMany}`]);
  });

  test('joins its recent bytes once per slice, not once per entry', () => {
    const recent = new RecentBytes(32);
    recent.add(strToU8('slice'));
    expect(recent.bytes()).toBe(recent.bytes());
    const before = recent.bytes();
    recent.add(strToU8(' and more'));
    expect(new TextDecoder().decode(recent.bytes())).toBe('slice and more');
    expect(recent.bytes()).not.toBe(before);
  });
});
