import { expect, it } from 'vitest';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { openTestDatabase } from './open';
import { addProject, manualEvent } from './samples';

it('replaces the open database with another one', async () => {
  const here = await openTestDatabase();
  addProject(here.commands, 'here');
  const other = await openTestDatabase();
  addProject(other.commands, 'alpha');
  other.commands.recordUsageEvent(manualEvent());
  const before = here.commands.exportDatabase();

  here.commands.replaceDatabase(other.commands.exportDatabase());
  expect(here.commands.getProjects()).toEqual(other.commands.getProjects());
  expect(here.commands.getStoredContents()).toMatchObject({
    events: 1,
    totalTokens: 120,
    firstDay: '2026-11-15',
  });
  expect(here.commands.checkIntegrity()).toEqual({ ok: true, differences: [] });

  // Undo restores what was here before.
  here.commands.replaceDatabase(before);
  expect(here.commands.getProjects().map(({ id }) => id)).toContain('here');
  addProject(here.commands, 'later');
  expect(here.commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('refuses a database with a different schema, and changes nothing', async () => {
  const here = await openTestDatabase();
  addProject(here.commands, 'here');
  const { sqlite3 } = here.database;
  const hostile = await openTestDatabase();
  hostile.database.db.exec('CREATE TRIGGER hostile AFTER INSERT ON projects BEGIN DELETE FROM settings; END');
  const older = new sqlite3.oo1.DB(':memory:');
  older.exec(migrations[0] ?? '');
  const damaged = here.commands.exportDatabase().fill(255, 100, 140);

  const refused = [
    hostile.commands.exportDatabase(),
    sqlite3.capi.sqlite3_js_db_export(older.pointer ?? 0),
    damaged,
    new TextEncoder().encode('no database'),
    new Uint8Array(),
  ];
  for (const bytes of refused)
    expect(() => here.commands.replaceDatabase(bytes)).toThrow(expect.objectContaining({ code: 'BadInput' }));
  expect(here.commands.getProjects().map(({ id }) => id)).toContain('here');
});
