import { beforeEach, expect, it } from 'vitest';
import { load } from '../../../src/lib/database/upkeep/open-checked';
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
    'On 2026-11-15, usage_daily does not match the sum of the events of project alpha.',
  ],
  ['DELETE FROM usage_daily', /^On 2026-11-15, usage_daily does not/],
  [
    "INSERT INTO usage_daily SELECT '2026-01-01', 'beta', 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0",
    /^On 2026-01-01, usage_daily does not .* project beta\.$/,
  ],
  ['UPDATE usage_daily SET unpriced_tokens = 119', /^On 2026-11-15, usage_daily does not/],
  ['UPDATE usage_daily SET inexact_count = 1', /^On 2026-11-15, usage_daily does not/],
  ['UPDATE usage_daily_breakdown SET cost_nano_usd = 1', /^On 2026-11-15, usage_daily_breakdown does not/],
  ['UPDATE usage_hourly SET cost_nano_usd = 1', /^On 2026-11-15, usage_hourly does not/],
  ['DELETE FROM usage_monthly', /^On 2026-11, usage_monthly does not/],
  ["UPDATE usage_daily_breakdown SET model = 'other'", /^On 2026-11-15, usage_daily_breakdown does not/],
  ['DELETE FROM usage_monthly_breakdown', /^On 2026-11, usage_monthly_breakdown does not/],
  [
    "UPDATE usage_events SET date = '2026-11-14'",
    '1 events are stored under a different day or hour than their time in UTC.',
  ],
  ['UPDATE usage_events SET hour = 3', /^1 events are stored under a different day or hour/],
  ['UPDATE usage_hourly SET hour = 3', /^On 2026-11-15, usage_hourly does not/],
  ['DELETE FROM usage_hourly', /^On 2026-11-15, usage_hourly does not/],
  [
    "PRAGMA foreign_keys = OFF; DELETE FROM projects WHERE id = 'alpha'",
    'A row of usage_daily refers to a row of projects that does not exist.',
  ],
  [
    'PRAGMA ignore_check_constraints = ON; DROP INDEX projects_by_pin_order; UPDATE projects SET pin_order = 0',
    'The pin of “alpha” has no position of its own.',
  ],
])('finds the damage of: %s', (damage, sentence) => {
  test.database.db.exec(damage);
  const { ok, differences } = test.commands.checkIntegrity();
  expect(ok).toBe(false);
  expect(differences).toContainEqual(
    typeof sentence === 'string' ? sentence : (expect.stringMatching(sentence) as string),
  );
});

it('requires an intact file, and reports what is wrong with a damaged one', () => {
  const { database, commands } = test;
  commands.requireSound();
  const damaged = commands.exportDatabase();
  // The pages of the first table of projects become nothing.
  const [page, size] = database.db.selectArray(
    "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = 'projects'",
  ) as [number, number];
  damaged.fill(0, (page - 1) * size, page * size);
  load(database.sqlite3, database.db, 'main', damaged, 'same size');
  expect(() => commands.requireSound()).toThrow('The database file is damaged');
});
