import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from '../../../src/lib/database/context';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { rebuild } from '../../../src/lib/safety/rebuild';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import { UnusableDatabase } from '../../../src/lib/sources/reading/unusable-database';
import { openTestDatabase, type TestDatabase } from '../database/open';
import { addProject, importBatches, manualEvent, sourceEvent } from '../database/samples';

async function filled(events = 60): Promise<TestDatabase> {
  const test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  addProject(test.commands, 'beta');
  test.commands.updateProjectPinned('beta', true, 1);
  test.commands.recordUsageEvent(manualEvent());
  const records = Array.from({ length: events }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, path: `/home/u/folder-${index % 7}`, position: index + 1 }),
  );
  importBatches(test.commands, 'import-1', [{ events: records }]);
  return test;
}

const bytesOf = ({ commands }: TestDatabase) => commands.exportDatabase();

async function rebuilt(bytes: Uint8Array, { sqlite3 }: Connection, isSalvage = false) {
  const source = await UntrustedDatabase.open([bytes]);
  try {
    return await rebuild(sqlite3, source, { timeZone: 'UTC', isSalvage });
  } finally {
    source.close();
  }
}

/** Every row of every table, as text. */
async function rowsOf(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const { database } = await openTestDatabase();
  const { sqlite3 } = database;
  const db = new sqlite3.oo1.DB(':memory:');
  const pointer = sqlite3.wasm.allocFromTypedArray(bytes);
  sqlite3.capi.sqlite3_deserialize(db.pointer ?? 0, 'main', pointer, bytes.length, bytes.length, 1);
  const tables = db
    .selectValues("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .map(String);
  const rows = tables.map(
    (name) =>
      [
        name,
        db
          .selectArrays(`SELECT * FROM "${name}"`)
          .map((row) => JSON.stringify(row))
          .sort(),
      ] as const,
  );
  expect(db.selectValue('PRAGMA integrity_check')).toBe('ok');
  db.close();
  return Object.fromEntries(rows);
}

it('restores every row of a backup, with totals computed from its events', async () => {
  const test = await filled();
  const backup = bytesOf(test);
  const restored = await rebuilt(backup, test.database);
  expect(restored).toMatchObject({
    schemaVersion: migrations.length,
    losses: [],
    contents: { events: 61, firstDay: '2026-11-15' },
  });
  expect(await rowsOf(restored.bytes)).toEqual(await rowsOf(backup));
});

it('migrates a backup of an older version', async () => {
  const { database } = await openTestDatabase();
  const older = new database.sqlite3.oo1.DB(':memory:');
  for (const sql of migrations.slice(0, 3)) older.exec(sql);
  older.exec(`PRAGMA user_version = 3;
    INSERT INTO projects (id, name, created_at, updated_at) VALUES ('alpha', 'Alpha', 1, 1)`);
  const bytes = database.sqlite3.capi.sqlite3_js_db_export(older.pointer ?? 0);
  older.close();
  const restored = await rebuilt(bytes, database);
  expect(restored).toMatchObject({ schemaVersion: 3, losses: [], contents: { projects: 1, events: 0 } });
});

it('refuses files that are not Tokentab’s, and files of a newer Tokentab', async () => {
  const test = await filled();
  const { sqlite3, db } = test.database;
  db.exec('PRAGMA user_version = 4000');
  await expect(rebuilt(bytesOf(test), test.database)).rejects.toMatchObject({ code: 'NewerData' });
  const other = new sqlite3.oo1.DB(':memory:');
  other.exec('CREATE TABLE projects (id TEXT); PRAGMA user_version = 3');
  const bytes = sqlite3.capi.sqlite3_js_db_export(other.pointer ?? 0);
  other.close();
  await expect(rebuilt(bytes, test.database)).rejects.toMatchObject({ code: 'BadInput' });
});

it('executes nothing from a hostile backup', async () => {
  const test = await filled();
  const { db } = test.database;
  db.exec(`CREATE TRIGGER hostile AFTER INSERT ON projects BEGIN DELETE FROM settings; END;
    CREATE VIEW extra AS SELECT * FROM projects; CREATE TABLE more (x)`);
  const restored = await rebuilt(bytesOf(test), test.database);
  const tables = await rowsOf(restored.bytes);
  expect(Object.keys(tables)).not.toContain('more');
  expect(tables['settings']).not.toEqual([]);
  expect(restored.contents.events).toBe(61);
});

it('salvages what is left of a damaged database, reports what was lost, and adds up', async () => {
  const test = await filled(1_500);
  const whole = bytesOf(test);
  const pageSize = Number(test.database.db.selectValue('PRAGMA page_size'));
  const pages = test.database.db
    .selectValues(`SELECT pageno FROM dbstat WHERE name = 'event_rows' AND pagetype = 'leaf'`)
    .map(Number);
  const page = pages[Math.floor(pages.length / 2)] ?? 0;
  const damaged = whole.slice();
  damaged.fill(0, (page - 1) * pageSize, page * pageSize);

  await expect(rebuilt(damaged, test.database)).rejects.toThrow(UnusableDatabase);
  const salvaged = await rebuilt(damaged, test.database, true);
  expect(salvaged.losses.map(({ table }) => table)).toContain('event_rows');
  expect(salvaged.contents.events).toBeGreaterThan(1_300);
  expect(salvaged.contents.events).toBeLessThan(1_501);
  await rowsOf(salvaged.bytes);
});

it('turns every damaged file into an intact database or a named error', async () => {
  const test = await filled();
  const whole = bytesOf(test);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      async (changes, isSalvage) => {
        const damaged = whole.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        try {
          const { bytes } = await rebuilt(damaged, test.database, isSalvage);
          await rowsOf(bytes);
        } catch (error) {
          expect((error as Error).name).toMatch(/UnusableDatabase|TokentabError/);
        }
      },
    ),
    { numRuns: 10 },
  );
});
