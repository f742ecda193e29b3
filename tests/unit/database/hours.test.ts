import { expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import { migrate } from '../../../src/lib/database/opening/migrate';
import { migrations } from '../../../src/lib/database/opening/migrations';
import { ensureDatedIn } from '../../../src/lib/database/usage/time-zone';
import { usageHours } from '../../../src/lib/database/usage/hours';
import { noTokens } from '../../../src/lib/model/tokens';
import { insertEarlierDeleted } from './earlier-schema';
import { openConnection, openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

/** 'day hour tokens' of each row of the rollup. */
const hoursOf = ({ database }: Pick<TestDatabase, 'database'>) =>
  database.db.selectValues(
    `SELECT date || ' ' || hour || ' ' || sum(total_tokens) FROM usage_hourly GROUP BY date, hour ORDER BY date, hour`,
  );

const at = (iso: string) => Date.parse(iso);

it('an event counts at its hour in the reporting zone, also in a zone with a 45-minute offset', async () => {
  const test = await openTestDatabase('Asia/Kathmandu');
  addProject(test.commands, 'alpha');
  test.commands.recordUsageEvent(manualEvent({ occurredAt: at('2026-11-14T18:14:59Z') }));
  test.commands.recordUsageEvent(manualEvent({ id: 'event-2', occurredAt: at('2026-11-14T18:15:00Z') }));
  expect(hoursOf(test)).toEqual(['2026-11-14 23 120', '2026-11-15 0 120']);
  test.commands.updateUsageEvent(manualEvent({ occurredAt: at('2026-11-14T03:20:00Z') }), testNow);
  expect(hoursOf(test)).toEqual(['2026-11-14 9 120', '2026-11-15 0 120']);
});

it('a repeated hour counts as one hour, and a skipped one stays empty', async () => {
  const test = await openTestDatabase('Europe/Berlin');
  addProject(test.commands, 'alpha');
  const times = ['2025-10-26T00:30Z', '2025-10-26T01:30Z', '2026-03-29T00:30Z', '2026-03-29T01:30Z'];
  for (const time of times) test.commands.recordUsageEvent(manualEvent({ id: time, occurredAt: at(time) }));
  expect(hoursOf(test)).toEqual(['2025-10-26 2 240', '2026-03-29 1 120', '2026-03-29 3 120']);
});

it('a provider’s daily bucket has no hour', async () => {
  const test = await openTestDatabase('America/New_York');
  importBatches(test.commands, 'import', [{ events: [sourceEvent({ granularity: 'day' })] }]);
  expect(hoursOf(test)).toEqual([]);
  test.commands.updateTimeZone('Asia/Tokyo', testNow);
  expect(hoursOf(test)).toEqual([]);
  expect(test.commands.checkIntegrity().ok).toBe(true);
});

it('the hours follow the zone, also in a deleted project', async () => {
  const test = await openTestDatabase('UTC');
  for (const id of ['alpha', 'beta']) addProject(test.commands, id);
  test.commands.recordUsageEvent(manualEvent());
  test.commands.recordUsageEvent(manualEvent({ id: 'event-2', projectId: 'beta' }));
  test.commands.deleteProject('beta', testNow);
  test.commands.updateTimeZone('Asia/Kolkata', testNow);
  expect(hoursOf(test)).toEqual(['2026-11-15 17 120']);
  test.commands.restoreProject('beta', testNow);
  expect(hoursOf(test)).toEqual(['2026-11-15 17 240']);
  expect(test.commands.checkIntegrity().ok).toBe(true);
});

it('events stored before hours existed get theirs when the database is opened', async () => {
  const before = await openConnection('Asia/Kolkata');
  await migrate(before, { migrations: migrations.slice(0, 6) });
  const event = (key: string, project: string, granularity: string) =>
    `('${key}', '${project}', 'chat', 'cloud', 'test', 1, 2, 3, 4, 5, 0, 10, 5, 15, ${testNow}, '2026-11-15',
      '${granularity}', 'import', 1, 1)`;
  before.db.exec(`INSERT INTO imports (id, status, started_at, finished_at, updated_at)
      VALUES ('import', 'finished', 1, 1, 1);
    INSERT INTO settings VALUES ('datedIn', '"Asia/Kolkata"', 1);
    INSERT INTO projects (id, name, created_at, updated_at) VALUES ('alpha', 'Alpha', 1, 1), ('beta', 'Beta', 1, 1);
    INSERT INTO usage_events (dedupe_key, project_id, event_type, llm_mode, source, input_tokens, cache_read_tokens,
      cache_write_5m_tokens, cache_write_1h_tokens, output_tokens, reasoning_tokens, prompt_tokens, completion_tokens,
      total_tokens, occurred_at, date, granularity, import_id, created_at, updated_at)
    VALUES ${event('a', 'alpha', 'moment')}, ${event('b', 'alpha', 'day')};
    UPDATE projects SET deleted_at = 1 WHERE id = 'beta'`);
  insertEarlierDeleted(before.db, {
    ...sourceEvent({ dedupeKey: 'c', ...noTokens, inputTokens: 10, outputTokens: 5 }),
    ...{ projectId: 'beta', source: 'test', importId: 'import' },
  });

  await migrate(before);
  ensureDatedIn(before);
  expect(hoursOf({ database: before })).toEqual(['2026-11-15 17 15']);
  const commands = createCommands(before);
  commands.restoreProject('beta', testNow);
  expect(hoursOf({ database: before })).toEqual(['2026-11-15 17 30']);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});

it('the hours of the week follow the page’s filters, and the rest of the total has no hour', async () => {
  const { commands } = await openTestDatabase('Asia/Kolkata');
  for (const id of ['alpha', 'beta']) addProject(commands, id);
  const range = { from: '2026-11-01', to: '2026-11-30' };
  // A Sunday at noon in UTC, and the one before; a Monday at half past eight.
  commands.recordUsageEvent(manualEvent({ model: 'small' }));
  commands.recordUsageEvent(
    manualEvent({ id: '2', projectId: 'beta', occurredAt: at('2026-11-08T12:29:59Z') }),
  );
  commands.recordUsageEvent(
    manualEvent({ id: '3', eventType: 'cv', occurredAt: at('2026-11-09T03:00:00Z') }),
  );
  importBatches(commands, 'import', [
    { events: [sourceEvent(), sourceEvent({ dedupeKey: 'test:2', granularity: 'day', sessionId: null })] },
  ]);
  const hours = (filter: object) => {
    const { hours, tokensWithoutHour } = commands.getUsageHours({ ...range, ...filter });
    return [hours.map(({ weekday, hour, totalTokens }) => [weekday, hour, totalTokens]), tokensWithoutHour];
  };
  expect(hours({})).toEqual([
    [
      [0, 8, 120],
      [6, 17, 1371],
    ],
    1131,
  ]);
  expect(hours({ projectIds: ['alpha'] })).toEqual([
    [
      [0, 8, 120],
      [6, 17, 120],
    ],
    0,
  ]);
  expect(hours({ projectIds: ['alpha', 'beta'], model: '' })).toEqual([
    [
      [0, 8, 120],
      [6, 17, 120],
    ],
    0,
  ]);
  expect(hours({ projectIds: [] })).toEqual([[], 0]);
  expect(hours({ eventType: 'cv' })).toEqual([[[0, 8, 120]], 0]);
  expect(hours({ source: 'test' })).toEqual([[[6, 17, 1131]], 1131]);
  expect(hours({ path: '/home/u/alpha' })).toEqual([[[6, 17, 1131]], 1131]);
  expect(hours({ path: '', source: 'manual', model: 'small', projectIds: ['alpha'] })).toEqual([
    [[6, 17, 120]],
    0,
  ]);
  expect(hours({ path: '', projectIds: ['nobody'] })).toEqual([[], 0]);
});

it.each([
  ['all', /^SEARCH cut USING PRIMARY KEY \(date>\? AND date<\?\)/],
  ['one', /SEARCH cut USING PRIMARY KEY \(date=\? AND hour=\? AND project_id=\?\)/],
  ['folder', /SEARCH row USING INDEX event_rows_by_project \(project=\? AND day=\?\)/],
] as const)('hours from %s are found by an index', async (which, search) => {
  const { database } = await openTestDatabase();
  const plan = database.db
    .selectObjects(`EXPLAIN QUERY PLAN ${usageHours(which)}`)
    .map((row) => row['detail'] as string)
    .filter((step) => !/^(CO-ROUTINE|SCAN \(subquery|LIST SUBQUERY|SCAN json_each)/.test(step));
  expect(plan.join('\n')).toMatch(search);
  expect(plan.join('\n')).not.toMatch(/SCAN (cut|usage)/);
});

it('inexact events are counted per hour and without an hour, with the same filters', async () => {
  const { commands } = await openTestDatabase();
  const range = { from: '2026-11-01', to: '2026-11-30' };
  const sum = { countQuality: 'session-total' } as const;
  importBatches(commands, 'import', [
    {
      events: [
        sourceEvent({ dedupeKey: 'a' }),
        sourceEvent({ dedupeKey: 'b', ...sum }),
        sourceEvent({ dedupeKey: 'c', ...sum, model: null, path: '/home/u/beta' }),
        sourceEvent({ dedupeKey: 'd', ...sum, occurredAt: at('2026-11-08T03:00:00Z'), path: null }),
        sourceEvent({ dedupeKey: 'e', ...sum, granularity: 'day', sessionId: null }),
        sourceEvent({ dedupeKey: 'f', occurredAt: at('2026-11-09T05:00:00Z') }),
      ],
    },
  ]);
  const inexact = (filter: object) => {
    const { hours, inexactCountWithoutHour } = commands.getUsageHours({ ...range, ...filter });
    return [
      hours.map((each) => `${each.weekday} ${each.hour} ${each.inexactCount}`),
      inexactCountWithoutHour,
    ];
  };
  expect(inexact({})).toEqual([['0 5 0', '6 3 1', '6 12 2'], 1]);
  expect(inexact({ path: '/home/u/beta' })).toEqual([['6 12 1'], 0]);
  expect(inexact({ path: '' })).toEqual([['6 3 1'], 0]);
  expect(inexact({ model: '' })).toEqual([['6 12 1'], 0]);
  expect(inexact({ model: 'claude-sonnet-4-5' })).toEqual([['0 5 0', '6 3 1', '6 12 1'], 1]);
  expect(inexact({ source: 'other' })).toEqual([[], 0]);
  for (const { id, name } of commands.getProjects()) {
    const [hours] = inexact({ projectIds: [id] });
    if (name === 'beta') expect(hours).toEqual(['6 12 1']);
  }
});
