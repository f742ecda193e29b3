import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { beforeEach, expect, it } from 'vitest';
import { TokentabError } from '../../../src/lib/model/errors';
import type { DatabaseContext } from '../../../src/lib/database/context';
import { asTokentabError } from '../../../src/lib/database/sql/sqlite-errors';
import { isInTransaction, transaction } from '../../../src/lib/database/sql/transaction';
import { openConnection } from './open';

let database: DatabaseContext;

beforeEach(async () => {
  database = await openConnection();
  database.db.exec('CREATE TABLE t (a INTEGER CHECK (a > 0))');
});

const rows = () => database.db.selectValues('SELECT a FROM t');
const insert = (value: number) => void database.db.exec(`INSERT INTO t VALUES (${value})`);

it('stores everything and returns the result', () => {
  const work = () => {
    insert(1);
    insert(2);
    return 'done';
  };
  expect(transaction(database, work)).toBe('done');
  expect(rows()).toEqual([1, 2]);
});

it('stores nothing when it fails, and reports why', () => {
  const reason = new TokentabError('BadInput', 'no-such-project');
  const refused = () => {
    insert(1);
    fail(reason);
  };
  const impossible = () => {
    insert(1);
    insert(-1);
  };
  expect(() => transaction(database, refused)).toThrow(reason);
  expect(() => transaction(database, impossible)).toThrow(
    expect.objectContaining({
      code: 'Unexpected',
      cause: expect.any(database.sqlite3.SQLite3Error) as Error,
    }),
  );
  expect(rows()).toEqual([]);
  expect(isInTransaction(database)).toBe(false);
});

it('keeps the first error if SQLite has already rolled back, as it does on a full disk', () => {
  const full = () => {
    insert(1);
    database.db.exec('INSERT OR ROLLBACK INTO t VALUES (-1)');
  };
  expect(() => transaction(database, full)).toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({ message: expect.stringContaining('CHECK') as string }) as Error,
    }),
  );
  expect(rows()).toEqual([]);
  transaction(database, () => insert(3));
  expect(rows()).toEqual([3]);
});

it('a disk that is really full is reported as full', () => {
  database.db.exec('PRAGMA max_page_count = 3');
  const fill = () =>
    database.db.exec(
      'WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n LIMIT 100000) INSERT INTO t SELECT a FROM n',
    );
  expect(() => transaction(database, fill)).toThrow(expect.objectContaining({ code: 'StorageFull' }));
  expect(rows()).toEqual([]);
});

it('must not be nested; then the outer one stores nothing', () => {
  expect(() =>
    transaction(database, () => {
      insert(1);
      transaction(database, () => insert(2));
    }),
  ).toThrow(expect.objectContaining({ code: 'Unexpected' }));
  expect(rows()).toEqual([]);
});

it.each([
  ['SQLITE_IOERR_WRITE', 'StorageFull'],
  ['SQLITE_FULL', 'StorageFull'],
  ['SQLITE_CORRUPT_INDEX', 'Corrupt'],
  ['SQLITE_NOTADB', 'Corrupt'],
  ['SQLITE_BUSY', 'StorageBusy'],
  ['SQLITE_CONSTRAINT_CHECK', 'Unexpected'],
] as const)('%s is reported as %s', (result, code) => {
  const { sqlite3 } = database;
  const error = newError(sqlite3, sqlite3.capi[result]);
  expect(asTokentabError(sqlite3, error)).toMatchObject({ code, cause: error });
});

it('other errors are returned unchanged', () => {
  const error = new RangeError('ours');
  expect(asTokentabError(database.sqlite3, error)).toBe(error);
});

it('safe values are set for pragmas with unsafe defaults', () => {
  const pragma = (name: string) => database.db.selectValue(`PRAGMA ${name}`);
  const names = [
    'trusted_schema',
    'cell_size_check',
    'foreign_keys',
    'recursive_triggers',
    'synchronous',
    'temp_store',
  ];
  expect(names.map(pragma)).toEqual([0, 1, 1, 1, 2, 2]);
  // Defensive mode refuses the pragmas with which SQL could damage the file.
  database.db.exec('PRAGMA writable_schema = ON');
  expect(pragma('writable_schema')).toBe(0);
});

/** SQLite's type definitions omit the arguments. */
function newError({ SQLite3Error }: Sqlite3Static, resultCode: number): Error {
  const Constructor = SQLite3Error as new (resultCode: number, message: string) => Error;
  return new Constructor(resultCode, 'cause');
}

function fail(error: Error): never {
  throw error;
}
