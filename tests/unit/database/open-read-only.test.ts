import { expect, it } from 'vitest';
import { createCommands, writes } from '../../../src/lib/database/commands';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { openCopy } from '../../../src/lib/database/opening/open-read-only';
import { openConnection, openTestDatabase } from './open';
import { addProject } from './samples';

const where = { name: 'main', timeZone: 'UTC' } as const;

/** The journal of a write that was interrupted, as sqlite.org/fileformat2.html describes it: every page as it was. */
function journalOf(before: Uint8Array): Uint8Array {
  const pageSize = new DataView(before.buffer, before.byteOffset).getUint16(16);
  const [sector, pages] = [512, before.length / pageSize];
  const journal = new Uint8Array(sector + pages * (pageSize + 8));
  const view = new DataView(journal.buffer);
  journal.set([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
  [pages, 0, pages, sector, pageSize].forEach((number, index) => view.setUint32(8 + 4 * index, number));
  for (let page = 0; page < pages; page += 1) {
    const [at, content] = [
      sector + page * (pageSize + 8),
      before.subarray(page * pageSize, (page + 1) * pageSize),
    ];
    view.setUint32(at, page + 1);
    journal.set(content, at + 4);
    let sum = 0;
    for (let byte = pageSize - 200; byte > 0; byte -= 200) sum += content[byte] ?? 0;
    view.setUint32(at + 4 + pageSize, sum);
  }
  return journal;
}

it('rolls back an interrupted write in its copy, reads everything and changes nothing', async () => {
  const { database, commands } = await openTestDatabase();
  addProject(commands, 'alpha');
  const before = commands.exportDatabase();
  addProject(commands, 'beta');
  const halfWritten = commands.exportDatabase();
  // A page of the old state among those of the new one.
  halfWritten.copyWithin(4_096, 0, 4_096);

  const copy = await openCopy(database.sqlite3, { database: halfWritten, journal: journalOf(before) }, where);
  const reading = createCommands(copy);
  expect(reading.getProjects().map(({ id }) => id)).toContain('alpha');
  expect(reading.getProjects().map(({ id }) => id)).not.toContain('beta');
  expect(reading.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expect(Buffer.from(reading.exportDatabase()).equals(before)).toBe(true);
  expect(() => addProject(reading, 'gamma')).toThrow('write-failed');
  copy.db.close();
});

it('migrates its copy of an older database', async () => {
  const { sqlite3, db } = await openConnection();
  for (const sql of migrations.slice(0, 3)) db.exec(sql);
  db.exec(`PRAGMA user_version = 3;
    INSERT INTO projects (id, name, created_at, updated_at) VALUES ('alpha', 'Alpha', 1, 1)`);
  const copy = await openCopy(sqlite3, { database: sqlite3.capi.sqlite3_js_db_export(db) }, where);
  expect(createCommands(copy).getProjects()).toMatchObject([{ name: 'Alpha' }]);
  copy.db.close();
});

it('treats no command that can change the file as a read', () => {
  expect(writes('repriceNext')).toBe(true);
  expect(writes('saveFileCursors')).toBe(true);
  expect(writes('readTogether')).toBe(false);
  expect(writes('exportDatabase')).toBe(false);
});
