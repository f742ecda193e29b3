import { beforeEach, expect, it } from 'vitest';
import { load } from '../../../src/lib/database/whole-database/open-checked';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, manualEvent } from './samples';

let test: TestDatabase;

beforeEach(async () => {
  test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  addProject(test.commands, 'beta');
  for (const id of ['alpha', 'beta']) test.commands.updateProjectPinned(id, true, testNow);
  test.commands.recordUsageEvent(manualEvent());
});

it('finds nothing in an intact database', () => {
  expect(test.commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it.each([
  [
    'UPDATE usage_daily SET event_count = event_count + 1',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily', project: 'alpha' },
  ],
  [
    'DELETE FROM usage_daily',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily', project: 'alpha' },
  ],
  [
    `INSERT INTO usage_daily (
      date, project_id, input_tokens, cache_read_tokens, cache_write_5m_tokens, cache_write_1h_tokens, output_tokens,
      reasoning_tokens, event_count, output_not_final_count, cost_nano_usd, unpriced_tokens, inexact_count
    ) VALUES ('2026-01-01', 'beta', 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)`,
    { code: 'rollup-differs', time: '2026-01-01', table: 'usage_daily', project: 'beta' },
  ],
  [
    'UPDATE usage_daily SET unpriced_tokens = 119',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily', project: 'alpha' },
  ],
  [
    'UPDATE usage_daily SET inexact_count = 1',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily', project: 'alpha' },
  ],
  [
    'UPDATE usage_daily_breakdown SET cost_nano_usd = 1',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily_breakdown', project: 'alpha' },
  ],
  [
    'UPDATE usage_hourly SET cost_nano_usd = 1',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_hourly', project: 'alpha' },
  ],
  [
    'DELETE FROM usage_monthly',
    { code: 'rollup-differs', time: '2026-11', table: 'usage_monthly', project: 'alpha' },
  ],
  [
    "UPDATE usage_daily_breakdown SET model = 'other'",
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_daily_breakdown', project: 'alpha' },
  ],
  [
    'DELETE FROM usage_monthly_breakdown',
    { code: 'rollup-differs', time: '2026-11', table: 'usage_monthly_breakdown', project: 'alpha' },
  ],
  ["UPDATE usage_events SET date = '2026-11-14'", { code: 'wrongly-dated', count: 1, zone: 'UTC' }],
  ['UPDATE usage_events SET hour = 3', { code: 'wrongly-dated', count: 1, zone: 'UTC' }],
  [
    'UPDATE usage_hourly SET hour = 3',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_hourly', project: 'alpha' },
  ],
  [
    'DELETE FROM usage_hourly',
    { code: 'rollup-differs', time: '2026-11-15', table: 'usage_hourly', project: 'alpha' },
  ],
  [
    "PRAGMA foreign_keys = OFF; DELETE FROM projects WHERE id = 'alpha'",
    { code: 'missing-parent', table: 'usage_daily', parent: 'projects' },
  ],
  [
    'PRAGMA ignore_check_constraints = ON; DROP INDEX projects_by_pin_order; UPDATE projects SET pin_order = 0',
    { code: 'pin-without-position', name: 'alpha' },
  ],
])('finds the damage of: %s', (damage, problem) => {
  test.database.db.exec(damage);
  const { ok, differences } = test.commands.checkIntegrity();
  expect(ok).toBe(false);
  expect(differences).toContainEqual(problem);
});

/** Replaces the database by a copy in which the first page of a table was changed. */
function damage(table: string, change: (page: Uint8Array) => void): void {
  const { database, commands } = test;
  const damaged = commands.exportDatabase();
  const [page, size] = database.db.selectArray(
    'SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = ?',
    [table],
  ) as [number, number];
  change(damaged.subarray((page - 1) * size, page * size));
  load(database.sqlite3, database.db, 'main', damaged, 'same size');
}

it('requires an intact file, and reports what is wrong with a damaged one', () => {
  test.commands.requireSound(false);
  test.commands.requireSound(true);
  damage('projects', (page) => page.fill(0));
  expect(() => test.commands.requireSound(false)).toThrow('stored-file-damaged');
});

it('only the thorough check notices a row that its index doesn’t know', () => {
  damage('projects', (page) => {
    const at = Buffer.from(page.buffer, page.byteOffset, page.length).indexOf('alpha');
    page[at] = (page[at] ?? 0) ^ 1;
  });
  test.commands.requireSound(false);
  expect(() => test.commands.requireSound(true)).toThrow('stored-file-damaged');
});
