import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../budget';
import { run } from '../../../src/lib/database/sql/statements';
import { openTestDatabase, testNow } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

const day = 86_400_000;
const counters = {
  inputTokens: fc.nat(1000),
  cacheReadTokens: fc.nat(1000),
  cacheWrite5mTokens: fc.nat(10),
  cacheWrite1hTokens: fc.nat(10),
  outputTokens: fc.integer({ min: 5, max: 100 }),
  reasoningTokens: fc.nat(5),
};
const projects = fc.constantFrom('alpha', 'beta', 'gamma');
const key = fc.integer({ min: 0, max: 12 });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    key,
    projectId: projects,
    model: fc.constantFrom(null, 'small', 'large'),
    daysAgo: fc.nat(3),
    llmMode: fc.constantFrom('local' as const, 'cloud' as const),
    ...counters,
  }),
  fc.record({ kind: fc.constant('replace' as const), key, ...counters }),
  fc.record({ kind: fc.constant('price' as const), key, cost: fc.option(fc.nat(1000)) }),
  fc.record({ kind: fc.constant('price and move' as const), key, projectId: projects, cost: fc.nat(1000) }),
  fc.record({ kind: fc.constant('move' as const), key, projectId: projects }),
  fc.record({
    kind: fc.constant('redate' as const),
    zone: fc.constantFrom('UTC', 'Asia/Tokyo', 'Pacific/Apia'),
  }),
  fc.record({ kind: fc.constant('delete' as const), key }),
  fc.record({ kind: fc.constant('touch' as const), key }),
);

it('rollups equal the sum of the events after any inserts, replacements, moves, re-dates and deletes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { commands, database } = await openTestDatabase();
      for (const id of ['alpha', 'beta', 'gamma']) addProject(commands, id);
      for (const each of steps) {
        if (each.kind === 'insert') {
          const { key, daysAgo, ...event } = each;
          const occurredAt = testNow - daysAgo * day + key * 3_600_000;
          commands.recordUsageEvent(manualEvent({ ...event, id: `${key}`, occurredAt }));
        } else if (each.kind === 'redate') {
          commands.updateTimeZone(each.zone, testNow);
        } else if (each.kind === 'replace') {
          const prompt =
            each.inputTokens + each.cacheReadTokens + each.cacheWrite5mTokens + each.cacheWrite1hTokens;
          run(
            database,
            `UPDATE usage_events SET input_tokens = ?, cache_read_tokens = ?, cache_write_5m_tokens = ?,
               cache_write_1h_tokens = ?, output_tokens = ?, reasoning_tokens = ?, prompt_tokens = ?,
               completion_tokens = ?, total_tokens = ?, is_output_final = 1 - is_output_final,
               count_quality = iif(count_quality = 'call', 'rounded', 'call') WHERE dedupe_key = ?`,
            [
              each.inputTokens,
              each.cacheReadTokens,
              each.cacheWrite5mTokens,
              each.cacheWrite1hTokens,
              each.outputTokens,
              each.reasoningTokens,
              prompt,
              each.outputTokens,
              prompt + each.outputTokens,
              `${each.key}`,
            ],
          );
        } else if (each.kind === 'price') {
          // Key 0 means every event, as when a new price list is installed.
          run(
            database,
            `UPDATE usage_events SET cost_nano_usd = ?1, cost_basis = iif(?1 IS NULL, 'unpriced', 'computed')
             WHERE dedupe_key = ?2 OR ?2 = '0'`,
            [each.cost, `${each.key}`],
          );
        } else if (each.kind === 'price and move') {
          run(
            database,
            `UPDATE usage_events SET cost_nano_usd = ?, cost_basis = 'computed', project_id = ?
             WHERE dedupe_key = ?`,
            [each.cost, each.projectId, `${each.key}`],
          );
        } else if (each.kind === 'move') {
          run(database, 'UPDATE usage_events SET project_id = ? WHERE dedupe_key = ?', [
            each.projectId,
            `${each.key}`,
          ]);
        } else if (each.kind === 'delete') {
          run(database, 'DELETE FROM usage_events WHERE dedupe_key = ?', [`${each.key}`]);
        } else {
          run(database, 'UPDATE usage_events SET updated_at = updated_at + 1 WHERE dedupe_key = ?', [
            `${each.key}`,
          ]);
        }
        expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
      }
      database.db.close();
    }),
    { numRuns: rounds(20, 60) },
  );
});

it('rows without events are deleted', async () => {
  const { commands, database } = await openTestDatabase();
  addProject(commands, 'alpha');
  commands.recordUsageEvent(manualEvent());
  run(database, 'DELETE FROM usage_events');
  const daily = ['usage_daily', 'usage_daily_breakdown', 'usage_hourly'];
  for (const rollup of [...daily, 'usage_monthly', 'usage_monthly_breakdown']) {
    expect(database.db.selectValue(`SELECT count(*) FROM ${rollup}`)).toBe(0);
  }
});

it('the implicit delete of REPLACE updates the rollups too', async () => {
  const { commands, database } = await openTestDatabase();
  addProject(commands, 'alpha');
  commands.recordUsageEvent(manualEvent());
  database.db.exec('INSERT OR REPLACE INTO usage_events SELECT * FROM usage_events');
  expect(commands.checkIntegrity().ok).toBe(true);
  expect(commands.getGlobalUsageStats().eventCount).toBe(1);
});

it('a new cost changes each row of the rollups once', async () => {
  const { commands, database } = await openTestDatabase();
  importBatches(commands, 'import', [{ events: [sourceEvent()] }]);
  const before = database.db.changes(true);
  run(database, "UPDATE usage_events SET cost_nano_usd = 7, cost_basis = 'computed'");
  // The event, its day, month, breakdown of both, and hour.
  expect(database.db.changes(true) - before).toBe(6);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  expect(commands.getGlobalUsageStats()).toMatchObject({ costNanoUsd: 7, unpricedTokens: 0 });
});

it('changing a column that no rollup contains writes no rollup', async () => {
  const { commands, database } = await openTestDatabase();
  importBatches(commands, 'import', [{ events: [sourceEvent()] }]);
  const before = database.db.changes(true);
  run(database, 'UPDATE usage_events SET updated_at = 1, session_id = NULL, position = 9');
  expect(database.db.changes(true) - before).toBe(1);
});

it.each([
  'input_tokens = -1',
  'prompt_tokens = prompt_tokens + 1',
  'completion_tokens = completion_tokens + 1',
  'total_tokens = total_tokens - 1',
  'reasoning_tokens = output_tokens + 1',
  "date = '2026-02-30'",
  "date = '2026-2-3'",
  "llm_mode = 'elsewhere'",
  "granularity = 'week'",
  "granularity = 'day'",
  'hour = 24',
  "project_id = 'nobody'",
  'import_id = NULL',
  "model = ''",
  'occurred_at = 0',
  "input_tokens = 'many'",
  'is_output_final = 2',
  'cost_nano_usd = NULL',
  "cost_basis = 'unpriced'",
  "cost_nano_usd = -1, cost_basis = 'computed'",
  "cost_nano_usd = 0.5, cost_basis = 'computed'",
  "cost_basis = 'guessed'",
  'recorded_cost_nano_usd = -1',
  "count_quality = 'good'",
])('the schema refuses an event with %s', async (change) => {
  const { commands, database } = await openTestDatabase();
  importBatches(commands, 'import', [{ events: [sourceEvent()] }]);
  expect(() => database.db.exec(`UPDATE usage_events SET ${change}`)).toThrow(/constraint|cannot store/i);
});

it.each([
  "name = ' \t'",
  `name = '${'x'.repeat(301)}'`,
  'is_pinned = 1',
  'pin_order = 1',
  'is_pinned = 1, pin_order = 1, is_archived = 1',
  "client_name = ''",
])('the schema refuses a project with %s', async (change) => {
  const { commands, database } = await openTestDatabase();
  addProject(commands, 'alpha');
  expect(() => database.db.exec(`UPDATE projects SET ${change}`)).toThrow(/constraint/i);
});
