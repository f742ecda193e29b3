import { expect, it } from 'vitest';
import { windowHours } from '../../../src/lib/database/usage/plan-windows';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Imports an event per number of minutes before now. One counts 1131 tokens. */
function importEvents(
  { commands }: TestDatabase,
  source: string,
  ago: readonly number[],
  changes: Partial<SourceUsageEvent> = {},
): void {
  const events = ago.map((minutes, index) =>
    sourceEvent({
      dedupeKey: `${source}:${minutes}:${changes.granularity ?? ''}`,
      occurredAt: testNow - minutes * minute,
      position: index + 1,
      ...changes,
    }),
  );
  importBatches(commands, `${source}-${ago.join('-')}-${changes.granularity ?? ''}`, [{ events }], source);
}

// The furthest zones, where the civil day of an event differs most from the day in UTC.
it.each(['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'])(
  'the window and the week of each tool, with days cut in %s',
  async (timeZone) => {
    const test = await openTestDatabase(timeZone);
    expect(test.commands.getPlanWindows(testNow)).toEqual([]);

    importEvents(test, 'claude-code', [70, 10, 0, 6 * 24 * 60, 7 * 24 * 60, 9 * 24 * 60]);
    importEvents(test, 'codex-cli', [600], { path: '/home/u/beta', model: 'no-such-model' });
    // Another tool, a bucket without a time and an event by hand are in no window.
    importEvents(test, 'gemini-cli', [5]);
    importEvents(test, 'claude-code', [5], { granularity: 'day' });
    addProject(test.commands, 'alpha');
    test.commands.recordUsageEvent(manualEvent());

    const [claude, codex, ...others] = test.commands.getPlanWindows(testNow);
    expect(others).toEqual([]);
    expect(claude).toMatchObject({
      source: 'claude-code',
      window: { from: testNow - 120 * minute, to: testNow + 180 * minute, totalTokens: 3 * 1131 },
      week: { totalTokens: 4 * 1131, unpricedTokens: 0 },
    });
    // 100 input, 1000 cache reads, 10 and 1 cache writes and 20 output tokens of a Sonnet.
    expect(claude?.window?.costNanoUsd).toBe(3 * 943_500);
    expect(claude?.window?.firstEventAt).toBe(testNow - 70 * minute);
    expect(codex).toMatchObject({ source: 'codex-cli', window: null });
    expect(codex?.week).toMatchObject({ totalTokens: 1131, costNanoUsd: 0, unpricedTokens: 1131 });

    expect(test.commands.getPlanWindows(testNow + 8 * day)).toEqual([]);
  },
);

it('an undone import leaves its window', async () => {
  const test = await openTestDatabase();
  importEvents(test, 'claude-code', [10]);
  test.commands.undoImport('claude-code-10-', testNow);
  expect(test.commands.getPlanWindows(testNow)).toEqual([]);
});

it('reads no day but the last ones, by index', async () => {
  const { database } = await openTestDatabase();
  const plan = database.db
    .selectObjects(`EXPLAIN QUERY PLAN ${windowHours}`)
    .map((row) => row['detail'] as string)
    .join('\n');
  expect(plan).toMatch(/SEARCH usage_daily_breakdown USING .*\(date>\? AND date<\?\)/);
  expect(plan).toMatch(
    /SEARCH row USING INDEX event_rows_by_project \(project=\? AND day=\? AND occurred_at>\? AND occurred_at<\?\)/,
  );
  expect(plan).not.toMatch(/SCAN (usage|row|event)/);
});
