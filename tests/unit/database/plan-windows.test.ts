import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowHours } from '../../../src/lib/database/usage/plan-windows';
import { planUsage, windowReach, windowSources } from '../../../src/lib/model/plan-windows';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { rounds } from '../../budget';
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

const limits = (minutesAgo: number, usedPercent: number, resetsIn = 120) => ({
  recordedAt: testNow - minutesAgo * minute,
  limits: [{ usedPercent, windowMinutes: 300, resetsAt: testNow + resetsIn * minute }],
});

it('shows the window that the tool recorded last, in any order of imports, with its usage', async () => {
  const { commands } = await openTestDatabase();
  const event = (ago: number) =>
    sourceEvent({
      dedupeKey: `codex-cli:${ago}`,
      occurredAt: testNow - ago * minute,
      model: 'gpt-5-codex',
      provider: 'openai',
      cacheWrite5mTokens: 0,
      cacheWrite1hTokens: 0,
    });
  importBatches(
    commands,
    'new',
    [
      {
        events: [event(1), event(170), event(190)],
        planLimits: [limits(9, 41), limits(1, 42.5), limits(5, 7)],
      },
    ],
    'codex-cli',
  );
  importBatches(commands, 'old', [{ events: [], planLimits: [limits(30, 3)] }], 'codex-cli');
  const [codex] = commands.getPlanWindows(testNow);
  expect(codex?.recorded).toMatchObject({
    recordedAt: testNow - minute,
    limits: [
      {
        usedPercent: 42.5,
        isOver: false,
        // It began 180 minutes ago.
        window: {
          from: testNow - 180 * minute,
          to: testNow + 120 * minute,
          firstEventAt: testNow - 170 * minute,
          totalTokens: 2 * 1120,
        },
      },
    ],
  });
  // A window that has ended says nothing about the next one.
  expect(commands.getPlanWindows(testNow + 120 * minute)[0]?.recorded?.limits).toMatchObject([
    { usedPercent: 42.5, isOver: true, window: null },
  ]);

  commands.undoImport('new', testNow);
  importBatches(commands, 'again', [{ events: [event(1)], planLimits: [limits(30, 3)] }], 'codex-cli');
  expect(commands.getPlanWindows(testNow)[0]?.recorded?.limits).toMatchObject([{ usedPercent: 3 }]);
  importBatches(commands, 'claude', [{ events: [sourceEvent({ dedupeKey: 'c' })] }], 'claude-code');
  expect(commands.getPlanWindows(testNow)[0]).toMatchObject({ source: 'claude-code', recorded: null });
});

it.each([
  [{ recordedAt: 1, limits: [{ usedPercent: -1, windowMinutes: null, resetsAt: null }] }],
  [{ recordedAt: 1, limits: [{ usedPercent: 1, windowMinutes: 0, resetsAt: null }] }],
  [{ recordedAt: 1, limits: [{ usedPercent: 1, windowMinutes: 5, resetsAt: 'soon' }] }],
  [{ recordedAt: null, limits: [] }],
])('refuses impossible limits: %j', async (bad) => {
  const { commands } = await openTestDatabase();
  expect(() =>
    importBatches(commands, 'i', [{ events: [], planLimits: [bad as never] }], 'codex-cli'),
  ).toThrow('Give the limits of a plan.');
});

it('undoing an import keeps its window', async () => {
  const test = await openTestDatabase();
  importEvents(test, 'claude-code', [10]);
  test.commands.undoImport('claude-code-10-', testNow);
  expect(test.commands.getPlanWindows(testNow)).toEqual([]);
});

it('reads only the last days, by index', async () => {
  const { database } = await openTestDatabase();
  const plan = database.db
    .selectObjects(`EXPLAIN QUERY PLAN ${windowHours}`)
    .map((row) => row['detail'] as string)
    .join('\n');
  expect(plan).toMatch(/SEARCH usage_daily_breakdown USING .*\(date>\? AND date<\?\)/);
  expect(plan).toMatch(/SEARCH row USING INDEX event_rows_by_project \(project=\? AND day=\?\)/);
  expect(plan).not.toMatch(/SCAN (usage|row|event)/);
});

it(
  'windows and weeks are those of the events themselves, whatever they are',
  async () => {
    const event = fc.record({
      minutes: fc.oneof(fc.nat({ max: 9 * 24 * 60 }), fc.constantFrom(0, 300, 720, 7 * 24 * 60)),
      source: fc.constantFrom('claude-code', 'claude-code', 'codex-cli', 'gemini-cli'),
      model: fc.constantFrom('claude-sonnet-4-5', 'no-such-model'),
      granularity: fc.constantFrom('moment' as const, 'moment' as const, 'day' as const),
      countQuality: fc.constantFrom('call' as const, 'rounded' as const),
      path: fc.constantFrom('/home/u/alpha', '/home/u/beta', null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (list) => {
        const test = await openTestDatabase();
        for (const [index, { minutes, source, ...changes }] of list.entries()) {
          const occurredAt = testNow - minutes * minute;
          const one = sourceEvent({
            ...changes,
            dedupeKey: `${source}:${index}`,
            occurredAt,
            position: index,
          });
          importBatches(test.commands, `import-${index}`, [{ events: [one] }], source);
        }
        const stored = test.database.db.selectArrays(
          `SELECT source, occurred_at, total_tokens, coalesce(cost_nano_usd, 0), iif(cost_nano_usd IS NULL, total_tokens, 0),
           count_quality <> 'call' FROM usage_events WHERE granularity = 'moment' AND occurred_at <= ${testNow} ORDER BY occurred_at`,
        ) as [string, number, number, number, number, number][];
        const expected = windowSources.flatMap((source) => {
          const hours = stored
            .filter(([of, at]) => of === source && at >= testNow - windowReach)
            .map(([, at, totalTokens, costNanoUsd, unpricedTokens, inexactCount]) => ({
              ...{ firstAt: at, lastAt: at, totalTokens, costNanoUsd, unpricedTokens, inexactCount },
            }));
          return planUsage(source, hours, testNow) ?? [];
        });
        expect(test.commands.getPlanWindows(testNow)).toEqual(expected);
        test.database.db.close();
      }),
      { numRuns: rounds(15, 300) },
    );
  },
  rounds(20_000, 600_000),
);
