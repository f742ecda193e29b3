import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/lib/sources/reading/open-database';
import { runsAll } from '../../budget';
import { join, Pieces } from '../../../src/lib/sources/reading/pieces';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import { makeDatabase } from './support/make-database';

const mebibyte = 1024 ** 2;

/** A file of more than a gibibyte, most of it zeros, as a sparse file is read. */
async function* sparse(start: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(start);
  for (let count = 0; count < 1100; count += 1) yield new Uint8Array(mebibyte);
}

describe('a huge sparse file', () => {
  it('is read as far as its header says', async () => {
    const bytes = await makeDatabase('CREATE TABLE message (id INTEGER); INSERT INTO message VALUES (7);');
    const database = await openDatabase(sparse(bytes), undefined, vi.fn());
    expect([...database.rows('message', ['id'])]).toEqual([{ id: 7 }]);
    database.close();
  });

  it('is no database if its header states no page size', async () => {
    const header = new TextEncoder().encode('SQLite format 3\0');
    await expect(openDatabase(sparse(header), undefined, vi.fn())).rejects.toThrow('not-a-database');
  });

  it('is too large if its header claims all of it', async () => {
    const bytes = await makeDatabase('CREATE TABLE message (id INTEGER);');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(28, 1_000_000);
    await expect(openDatabase(sparse(bytes), undefined, vi.fn())).rejects.toThrow('database-over-1-gib');
  });
});

// Memory for three of them, which WebAssembly refuses: 2 GB for a second.
it.runIf(runsAll)('a database that needs more memory than there is, is not called damaged', async () => {
  const bytes = await makeDatabase('CREATE TABLE message (id INTEGER);');
  const zeros = new Uint8Array(mebibyte);
  const gibibyte = [bytes, ...Array.from({ length: 1022 }, () => zeros)];
  const databases: UntrustedDatabase[] = [];
  try {
    const openMany = async () => {
      for (let count = 0; count < 5; count += 1) databases.push(await UntrustedDatabase.open(gibibyte));
    };
    await expect(openMany()).rejects.toThrow('database-needs-memory');
  } finally {
    for (const database of databases) database.close();
  }
});

it('pieces give the same bytes as the whole file, and zeros after it', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(pieces, fc.nat(20), fc.nat(20), (list, start, length) => {
      const file = new Pieces();
      for (const piece of list) file.add(piece);
      const all = new Uint8Array(60);
      all.set(join(list));
      expect(join(file.between(start, start + length))).toEqual(all.slice(start, start + length));
    }),
  );
});
