import { expect, it } from 'vitest';
import { judgeSlot, markFor, repairsOf, type Slot } from '../../../src/lib/protocol/pool-slots';
import { databaseFile, journalFile, poolHeaderBytes } from '../../../src/lib/protocol/pool-place';

const database = new TextEncoder().encode('SQLite format 3\0');
const journal = Uint8Array.of(0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1);

function head(mark: Uint8Array, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(poolHeaderBytes + 16);
  bytes.set(mark);
  bytes.set(content, poolHeaderBytes);
  return bytes;
}

function flipped(mark: Uint8Array, bit: number): Uint8Array {
  const bytes = mark.slice();
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes;
}

const slot = (mark: Uint8Array, content = database, size = 1_000_000): Slot =>
  judgeSlot('a', size, head(mark, content));
const named = slot(markFor(databaseFile));
const free = judgeSlot('b', poolHeaderBytes, head(new Uint8Array(524), new Uint8Array(16)));

it('identifies a file by its header', () => {
  expect(named).toMatchObject({ mark: 'named', path: databaseFile, holds: 'database' });
  expect(slot(markFor(journalFile), journal)).toMatchObject({ mark: 'named', holds: 'journal' });
  expect(free).toMatchObject({ mark: 'free', holds: 'nothing' });
  expect(repairsOf([named, free])).toEqual({ rename: [], setAside: [], hasDatabase: true });
});

it('restores the database’s header, whichever bit of it is wrong', () => {
  for (let bit = 0; bit < 524 * 8; bit += 1) {
    const damaged = slot(flipped(markFor(databaseFile), bit));
    expect(damaged.mark, `bit ${bit}`).toBe('misfit');
    expect(repairsOf([free, damaged])).toEqual({
      rename: [{ slot: damaged, path: databaseFile }],
      setAside: [],
      hasDatabase: true,
    });
  }
});

it('restores the header if the whole first sector is lost', () => {
  const blank = slot(new Uint8Array(524));
  const noise = slot(Uint8Array.from({ length: 524 }, (_, index) => (index * 37 + 1) & 255));
  for (const damaged of [blank, noise])
    expect(repairsOf([damaged, free]).rename).toEqual([{ slot: damaged, path: databaseFile }]);
});

it('does not mistake the copy made before a migration for the database', () => {
  const mark = new Uint8Array(524);
  mark.set(new TextEncoder().encode('/before-migration-1-x.sqlite3'));
  const copy = slot(mark, database, 2_000_000);
  const damaged = slot(flipped(markFor(databaseFile), 30));
  expect(repairsOf([copy, damaged])).toMatchObject({
    rename: [{ slot: damaged }],
    setAside: [copy],
    hasDatabase: true,
  });
  expect(repairsOf([copy])).toMatchObject({ rename: [], setAside: [copy], hasDatabase: false });
});

it('restores a journal’s header, so that an interrupted write is rolled back', () => {
  const damaged = slot(flipped(markFor(journalFile), 4), journal);
  expect(repairsOf([named, damaged]).rename).toEqual([{ slot: damaged, path: journalFile }]);
});

it('sets unknown files aside, and reports when no database is left', () => {
  const other = slot(flipped(markFor(databaseFile), 9));
  expect(repairsOf([named, other])).toEqual({ rename: [], setAside: [other], hasDatabase: true });
  const emptied = judgeSlot('c', poolHeaderBytes, head(markFor(databaseFile), new Uint8Array(16)));
  expect(repairsOf([emptied, free]).hasDatabase).toBe(false);
  expect(repairsOf([free]).hasDatabase).toBe(false);
  expect(repairsOf([judgeSlot('d', 0, new Uint8Array(0))]).hasDatabase).toBe(false);
});
