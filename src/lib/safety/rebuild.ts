import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError } from '../model/errors';
import type { Inspection, Loss } from '../protocol/backups';
import type { DatabaseContext } from '../database/context';
import { migrate } from '../database/opening/migrate';
import { migrations as allMigrations } from '../database/opening/migrations';
import { setPragmas } from '../database/opening/pragmas';
import { transaction } from '../database/sql/transaction';
import { rollupTables } from '../database/whole-database/integrity';
import { ensureDatedIn } from '../database/usage/time-zone';
import { load } from '../database/whole-database/open-checked';
import { exportDatabase } from '../database/whole-database/storage';
import { getStoredContents } from '../database/whole-database/contents';
import type { UntrustedDatabase } from '../sources/reading/untrusted-database';

/** The table whose row is the time of the last decision (migration 0017). */
const clock = 'clock';

/** 'TkTb', as migration 0001 sets it. */
const tokentab = 0x546b5462;

export interface RebuildOptions {
  timeZone: string;
  /** Skips damage and reports what was lost; otherwise, damage is an error. */
  isSalvage: boolean;
  migrations?: readonly string[];
}

export interface Rebuilt extends Inspection {
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Rebuilds an untrusted database. An empty database of the same version is filled with the plain rows of the known
 * tables, and then migrated to the newest version. Nothing of the other schema is used, and the triggers compute all
 * totals again.
 * @throws `BadInput` if it isn't Tokentab's, `NewerData` if a newer Tokentab wrote it, `UnusableDatabase` if it is
 * damaged and this isn't a salvage
 */
export async function rebuild(
  sqlite3: Sqlite3Static,
  source: UntrustedDatabase,
  { timeZone, isSalvage, migrations = allMigrations }: RebuildOptions,
): Promise<Rebuilt> {
  const schemaVersion = versionOf(source, migrations.length);
  const target: DatabaseContext = {
    sqlite3,
    db: new sqlite3.oo1.DB(':memory:'),
    name: 'memory',
    timeZone,
    now: () => Date.now(),
  };
  try {
    await makeEmpty(target, migrations.slice(0, schemaVersion));
    // Rows are copied table by table. Rows whose parent is missing are removed at the end.
    target.db.exec('PRAGMA foreign_keys = OFF');
    const losses = transaction(target, () => {
      const tables = tablesOf(target);
      for (const { name } of tables.toReversed()) target.db.exec(`DELETE FROM "${name}"`);
      return [
        ...tables.flatMap((table) => copyTable(target, source, table, isSalvage)),
        ...removeDangling(target),
      ];
    });
    startClock(target);
    target.db.exec('PRAGMA foreign_keys = ON');
    await migrate(target, { migrations });
    ensureDatedIn(target);
    return { contents: getStoredContents(target), schemaVersion, losses, bytes: exportDatabase(target) };
  } finally {
    target.db.close();
  }
}

/** Cached, because running all migrations takes half a second and devices exchange many small files. */
let lastEmpty: { newest: string | undefined; bytes: Uint8Array<ArrayBuffer> } | undefined;

async function makeEmpty(target: DatabaseContext, migrations: readonly string[]): Promise<void> {
  const newest = migrations.at(-1);
  const known = lastEmpty?.newest === newest ? lastEmpty?.bytes : undefined;
  if (known) load(target.sqlite3, target.db, 'main', known, 'may grow');
  setPragmas(target);
  await migrate(target, { migrations });
  if (!known) lastEmpty = { newest, bytes: exportDatabase(target) };
}

function versionOf(source: UntrustedDatabase, newest: number): number {
  const version = source.header('user_version');
  if (source.header('application_id') !== tokentab || version < 1)
    throw new TokentabError('BadInput', 'not-a-tokentab-database');
  if (version > newest) {
    throw new TokentabError(
      'NewerData',
      'backup-of-newer-version',
      `user_version ${version}, known ${newest}`,
    );
  }
  return version;
}

interface OwnTable {
  name: string;
  columns: string[];
}

/** The tables that hold more than sums; parents before children. */
function tablesOf({ db }: DatabaseContext): OwnTable[] {
  const names = db
    .selectValues(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .map(String)
    .filter((name) => !rollupTables.includes(name));
  const sorted: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (sorted.includes(name) || path.includes(name) || !names.includes(name)) return;
    const parents = db.selectValues('SELECT "table" FROM pragma_foreign_key_list(?)', name).map(String);
    for (const parent of parents) visit(parent, [...path, name]);
    sorted.push(name);
  };
  // Without a clock, triggers don't record the copied rows as new decisions.
  for (const name of names.filter((each) => each !== clock)) visit(name, []);
  if (names.includes(clock)) sorted.push(clock);
  return sorted.map((name) => ({
    name,
    columns: db.selectValues('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0', name).map(String),
  }));
}

/** A lost clock continues after the last known decision. */
function startClock({ db }: DatabaseContext): void {
  if (db.selectValue('SELECT 1 FROM sqlite_schema WHERE name = ?', clock) !== undefined)
    db.exec('INSERT OR IGNORE INTO clock SELECT 1, coalesce(max(stamp), 0) FROM registers');
}

function copyTable(
  { db }: DatabaseContext,
  source: UntrustedDatabase,
  { name, columns }: OwnTable,
  isSalvage: boolean,
): Loss[] {
  const present = source.plainColumns(name);
  const copied = columns.filter((column) => present.includes(column));
  if (copied.length === 0) return [{ table: name, rows: null }];
  const insert = db.prepare(
    `INSERT INTO "${name}" (${copied.join(', ')}) VALUES (${copied.map(() => '?').join(', ')})`,
  );
  let refused = 0;
  try {
    const rows = isSalvage ? source.salvageRows(name, copied) : source.rows(name, copied);
    let next = rows.next();
    for (; !next.done; next = rows.next()) {
      const row = next.value;
      insert.bind(copied.map((column) => row[column] ?? null));
      try {
        insert.step();
      } catch {
        // A row that our schema rejects is damaged or foreign.
        refused += 1;
      } finally {
        insert.reset(true);
      }
    }
    if (next.value === true) return [{ table: name, rows: null }];
  } finally {
    insert.finalize();
  }
  return refused > 0 ? [{ table: name, rows: refused }] : [];
}

/** Removes rows whose parents are missing. Removing some can orphan others. */
function removeDangling({ db }: DatabaseContext): Loss[] {
  const lost = new Map<string, number>();
  for (;;) {
    const rows = db.selectArrays(
      'SELECT DISTINCT "table", rowid, parent, fkid FROM pragma_foreign_key_check',
    );
    if (rows.length === 0) break;
    let removed = 0;
    for (const [table, rowId, parent, foreignKey] of rows) {
      const name = table as string;
      if (rowId === null) {
        removed += removeByKey(db, name, parent as string, Number(foreignKey));
        continue;
      }
      db.exec({ sql: `DELETE FROM "${name}" WHERE rowid = ?`, bind: [Number(rowId)] });
      removed += db.changes();
      lost.set(name, (lost.get(name) ?? 0) + 1);
    }
    if (removed === 0) break;
  }
  return [...lost].map(([table, rows]) => ({ table, rows }));
}

/** For a table without row ids. */
function removeByKey(db: DatabaseContext['db'], table: string, parent: string, foreignKey: number): number {
  const columns = db.selectArrays(
    'SELECT "from", coalesce("to", "from") FROM pragma_foreign_key_list(?) WHERE id = ?',
    [table, foreignKey],
  );
  const matches = columns
    .map(([from, to]) => `other."${to as string}" = "${table}"."${from as string}"`)
    .join(' AND ');
  const given = columns.map(([from]) => `"${table}"."${from as string}" IS NOT NULL`).join(' AND ');
  db.exec(
    `DELETE FROM "${table}" WHERE ${given} AND NOT EXISTS (SELECT 1 FROM "${parent}" AS other WHERE ${matches})`,
  );
  return db.changes();
}
