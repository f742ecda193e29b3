import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { TokentabError } from '../../../../src/lib/model/errors';
import { unpack } from '../../../../src/lib/ingest/unpack/unpack';
import type { UnpackLimits } from '../../../../src/lib/ingest/unpack/unpack-budget';

interface Unpacked {
  files: Record<string, string>;
  problems: string[];
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) {
    yield await Promise.resolve(bytes.subarray(start, start + length));
  }
}

/** Reads everything, as the importer would; a file whose content breaks is named with how far it came. */
async function unpackAll(
  bytes: Uint8Array,
  { piece = 65536, limits = {} }: { piece?: number; limits?: Partial<UnpackLimits> } = {},
): Promise<Unpacked> {
  const unpacked: Unpacked = { files: {}, problems: [] };
  const problem = (reason: string, path: string): void => void unpacked.problems.push(`${path}: ${reason}`);
  for await (const { path, chunks } of unpack('drop', inPieces(bytes, piece), problem, limits)) {
    const decoder = new TextDecoder();
    unpacked.files[path] = '';
    try {
      for await (const chunk of chunks) unpacked.files[path] += decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (!(error instanceof TokentabError)) throw error;
      problem(error.message, path);
    }
  }
  return unpacked;
}

const text = 'date,model,tokens\n2026-11-01,some-model,12\n'.repeat(2000);
const zip = zipSync({
  'logs/a.csv': strToU8(text),
  'b.csv': [strToU8('stored'), { level: 0 }],
  'logs/': new Uint8Array(0),
  '__MACOSX/._a.csv': strToU8('x'),
});

describe('a file is unpacked by what it is', () => {
  test('any other file stays as it is', async () => {
    expect(await unpackAll(strToU8('plain'))).toEqual({ files: { drop: 'plain' }, problems: [] });
    expect(await unpackAll(new Uint8Array(0))).toEqual({ files: { drop: '' }, problems: [] });
  });

  test.each([1, 7, 1000, 1 << 20])('a ZIP gives its files, whatever the chunks (%i bytes)', async (piece) => {
    const { files, problems } = await unpackAll(zip, { piece });
    expect(problems).toEqual([]);
    expect(files).toEqual({ 'drop/logs/a.csv': text, 'drop/b.csv': 'stored' });
  });

  test.each([1, 1000, 1 << 20])(
    'a gzip file gives its content, whatever the chunks (%i bytes)',
    async (piece) => {
      expect(await unpackAll(gzipSync(text), { piece })).toEqual({ files: { drop: text }, problems: [] });
    },
  );

  test('gzipped logs in a ZIP are unpacked, deeper archives are named', async () => {
    const inner = zipSync({ 'c.txt': strToU8('c') });
    const packed = zipSync({
      'a.jsonl.gz': new Uint8Array(gzipSync('a')),
      'inner.zip': inner,
      'deep.zip': zipSync({ 'deeper.zip': inner }),
    });
    const { files, problems } = await unpackAll(packed);
    expect(files).toEqual({ 'drop/a.jsonl': 'a', 'drop/inner.zip/c.txt': 'c' });
    expect(problems).toEqual(['drop/deep.zip/deeper.zip: The archive lies too deep in other archives.']);
  });

  test('a file that nobody reads is passed over', async () => {
    const paths: string[] = [];
    for await (const { path } of unpack('drop', inPieces(zip, 100), () => undefined)) paths.push(path);
    expect(paths).toEqual(['drop/logs/a.csv', 'drop/b.csv']);
  });

  test('a path that leads out of the archive is not shown as one', async () => {
    const { files } = await unpackAll(zipSync({ '../../etc/passwd': strToU8('x') }));
    expect(Object.keys(files)).toEqual(['drop/etc/passwd']);
  });
});

describe('bounds', () => {
  test('a bomb is stopped early and named', async () => {
    const bomb = zipSync({ 'zeros.bin': new Uint8Array(96 * 1024 * 1024), 'after.csv': strToU8('x') });
    const limits = { freeBytes: 1024 * 1024 };
    const { files, problems } = await unpackAll(bomb, { piece: 100, limits });
    expect(problems).toEqual([
      'drop/zeros.bin: The archive unpacks to far more than a log would; the rest was left out.',
    ]);
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

  test('the bytes and the files of an archive are bounded', async () => {
    const { problems: excess } = await unpackAll(zip, { limits: { unpackedBytes: 1000 } });
    expect(excess[0]).toContain('unpacks to far more');
    const { files, problems } = await unpackAll(zip, { limits: { entries: 1 } });
    expect(Object.keys(files)).toEqual(['drop/logs/a.csv']);
    expect(problems).toEqual(['drop: The archive holds too many files; the rest was left out.']);
  });
});

describe('broken archives are named, and what came before the break is kept', () => {
  test('an encrypted entry', async () => {
    const encrypted = zip.slice();
    // Bit 0 of the first entry's flags.
    encrypted[6] = (encrypted[6] ?? 0) | 1;
    const { files, problems } = await unpackAll(encrypted);
    expect(problems).toEqual(['drop/logs/a.csv: The file in the archive is encrypted.']);
    expect(files['drop/b.csv']).toBe('stored');
  });

  test('an entry packed in an unknown way', async () => {
    const unknown = zip.slice();
    unknown[8] = 99;
    const { files, problems } = await unpackAll(unknown);
    expect(problems).toEqual(['drop/logs/a.csv: The file in the archive is packed in an unknown way.']);
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

  test('random bytes behind the mark of an archive', async () => {
    const bytes = new Uint8Array(5000).map((_, index) => (index * 7919) % 251);
    expect((await unpackAll(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes))).problems).not.toEqual([]);
    expect((await unpackAll(Uint8Array.of(0x1f, 0x8b, ...bytes))).problems).toHaveLength(1);
  });

  test('a file that cannot be read fails as it is', async () => {
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
