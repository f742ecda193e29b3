import { describe, expect, it } from 'vitest';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import { UnusableDatabase } from '../../../src/lib/sources/reading/unusable-database';
import { makeDatabase } from './support/make-database';

describe('a database of unknown origin', () => {
  it('is abandoned when a generated column makes checking its table take too long', async () => {
    const bytes = await makeDatabase(`
      CREATE TABLE message (id INTEGER, data TEXT AS (hex(zeroblob(1000))) VIRTUAL NOT NULL) STRICT;
      ${rows('message (id)', 5000)}`);
    const database = await UntrustedDatabase.open([bytes], slowClock());
    expect(() => [...database.rows('message', ['id'])]).toThrow('database-too-slow');
    database.close();
  });

  it('has no value longer than 16 MiB, not even one that it computes', async () => {
    const bytes = await makeDatabase(`
      CREATE TABLE message (id INTEGER, data TEXT AS (hex(zeroblob(20000000))) VIRTUAL NOT NULL);
      ${rows('message (id)', 1)}`);
    const database = await UntrustedDatabase.open([bytes]);
    expect(() => [...database.rows('message', ['id'])]).toThrow(UnusableDatabase);
    database.close();
  });

  it('spends no time on a table that is not read', async () => {
    const bytes = await makeDatabase(`
      CREATE TABLE hostile (id INTEGER, data TEXT AS (hex(zeroblob(20000000))) VIRTUAL NOT NULL);
      CREATE TABLE message (id INTEGER);
      ${rows('hostile (id)', 1)} ${rows('message (id)', 2)}`);
    const database = await UntrustedDatabase.open([bytes]);
    expect([...database.rows('message', ['id'])]).toEqual([{ id: 1 }, { id: 2 }]);
    database.close();
  });

  it('may be slow between rows', async () => {
    let time = 0;
    const bytes = await makeDatabase(`CREATE TABLE message (id INTEGER); ${rows('message (id)', 3)}`);
    const database = await UntrustedDatabase.open([bytes], () => time);
    let count = 0;
    for (const { id } of database.rows('message', ['id'])) {
      time += 60_000;
      count += Number(id);
    }
    expect(count).toBe(6);
    database.close();
  });

  it('is reported when its text is UTF-16', async () => {
    const bytes = await makeDatabase('CREATE TABLE message (data TEXT);');
    // The text encoding in the header.
    bytes.set([0, 0, 0, 2], 56);
    await expect(UntrustedDatabase.open([bytes.subarray(0, 50), bytes.subarray(50)])).rejects.toThrow(
      'database-utf-16',
    );
  });
});

/** A clock that advances by a second whenever it is read. */
function slowClock(): () => number {
  let time = 0;
  return () => (time += 1000);
}

function rows(into: string, count: number): string {
  return `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${count}) INSERT INTO ${into} SELECT i FROM n;`;
}
