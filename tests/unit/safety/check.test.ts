import { expect, it } from 'vitest';
import { SafetyService } from '../../../src/lib/safety/safety-service';
import { openTestDatabase } from '../database/open';
import { addProject, importBatches, sourceEvent } from '../database/samples';

async function prepare() {
  const test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  const events = Array.from({ length: 500 }, (_, index) => sourceEvent({ dedupeKey: `test:${index}` }));
  importBatches(test.commands, 'import-1', [{ events }]);
  const service = new SafetyService(Promise.resolve(test.database.sqlite3));
  const check = (bytes: Uint8Array<ArrayBuffer>) =>
    service.answer({ id: '1', kind: 'check', bytes, timeZone: 'UTC' });
  return { ...test, check };
}

it('checks a copy of the database like the database itself', async () => {
  const { commands, check } = await prepare();
  expect(await check(commands.exportDatabase())).toEqual({ ok: true, differences: [] });
});

it('finds a total that differs from its events', async () => {
  const { commands, database, check } = await prepare();
  database.db.exec('UPDATE usage_daily SET event_count = event_count + 1');
  const report = commands.checkIntegrity();
  expect(report.ok).toBe(false);
  expect(await check(commands.exportDatabase())).toEqual(report);
});

it('finds an index that differs from its table, and a damaged page', async () => {
  const { commands, database, check } = await prepare();
  const bytes = commands.exportDatabase();
  const root = Number(
    database.db.selectValue("SELECT rootpage FROM sqlite_schema WHERE name = 'usage_daily'"),
  );
  const size = Number(database.db.selectValue('PRAGMA page_size'));
  bytes.fill(0xff, (root - 1) * size, root * size);
  const outcome = await check(bytes).catch((error: unknown) => error);
  expect(outcome).not.toMatchObject({ ok: true });
});

it('refuses bytes that are no database', async () => {
  const { check } = await prepare();
  await expect(check(new Uint8Array(8192).fill(7))).rejects.toMatchObject({ code: 'Corrupt' });
});
