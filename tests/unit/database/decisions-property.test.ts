import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SourceSession, SourceUsageEvent } from '../../../src/lib/model/usage-event';
import { usageGroupKeys } from '../../../src/lib/model/usage-stats';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

/**
 * Any sequence of imports, undos, merges, moves, splits, deletes and restores: every view sums to the same total, the
 * rollups are the sums of the events, no decision loses or makes an event, and taking a decision back restores everything.
 */

const always = { from: '2020-01-01', to: '2099-12-31' };
const paths = [
  '/repo',
  '/repo/packages/a',
  '/repo/packages/a/deep',
  '/repo/packages/b',
  '/other',
  'workspace',
  null,
];
const decidable = [
  '/repo',
  '/repo/packages',
  '/repo/packages/a',
  '/other',
  'workspace',
  'tokentab:source/test',
];
const roots = ['/repo', '/repo/packages/a', '/other', '/'];

const events = fc.array(
  fc.record({
    key: fc.integer({ min: 1, max: 8 }),
    path: fc.constantFrom(...paths),
    sessionId: fc.constantFrom('s1', 's2', null),
    outputTokens: fc.integer({ min: 5, max: 8 }),
    day: fc.integer({ min: 0, max: 2 }),
    granularity: fc.constantFrom('moment' as const, 'moment' as const, 'day' as const),
  }),
  { minLength: 1, maxLength: 6 },
);
const sessions = fc.array(
  fc.record({
    sessionId: fc.constantFrom('s1', 's2'),
    beganAt: fc.integer({ min: 1, max: 3 }).map((days) => testNow - days * 86_400_000),
    beganIn: fc.constantFrom(...roots),
  }),
  { maxLength: 2 },
);
const some = fc.nat({ max: 20 });

type Step =
  | { kind: 'import'; events: SourceUsageEvent[]; sessions: SourceSession[] }
  | { kind: 'undo' | 'delete' | 'restore' | 'unmerge' | 'forget-event' | 'pin'; one: number }
  | { kind: 'merge' | 'move-event'; one: number; other: number }
  | { kind: 'record'; one: number }
  | { kind: 'zone'; one: number }
  | { kind: 'decide'; path: string; one: number; covers: boolean };

const importStep: fc.Arbitrary<Step> = fc.record({ events, sessions }).map((batch) => ({
  kind: 'import',
  sessions: batch.sessions,
  events: batch.events.map(({ key, day, ...event }) =>
    sourceEvent({
      ...event,
      dedupeKey: `test:${key}`,
      occurredAt: testNow - day * 86_400_000,
      position: key,
    }),
  ),
}));
const simple = (
  kind: 'undo' | 'delete' | 'restore' | 'unmerge' | 'forget-event' | 'pin' | 'record' | 'zone',
) => some.map((one): Step => ({ kind, one }));
const pair = (kind: 'merge' | 'move-event') =>
  fc.tuple(some, some).map(([one, other]): Step => ({ kind, one, other }));
const decide = fc
  .tuple(fc.constantFrom(...decidable), some, fc.boolean())
  .map(([path, one, covers]): Step => ({ kind: 'decide', path, one, covers }));

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: importStep },
    { weight: 1, arbitrary: simple('undo') },
    { weight: 1, arbitrary: simple('record') },
    { weight: 1, arbitrary: simple('zone') },
    { weight: 1, arbitrary: simple('pin') },
    { weight: 2, arbitrary: pair('merge') },
    { weight: 1, arbitrary: simple('unmerge') },
    { weight: 2, arbitrary: simple('delete') },
    { weight: 1, arbitrary: simple('restore') },
    { weight: 2, arbitrary: pair('move-event') },
    { weight: 1, arbitrary: simple('forget-event') },
    { weight: 3, arbitrary: decide },
  ),
  { minLength: 2, maxLength: 14 },
);

/** One of a list, or undefined where it is empty. */
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function rows({ database }: TestDatabase, sql: string): unknown[][] {
  return database.db.selectArrays(sql);
}

function idsOf(test: TestDatabase, sql: string): string[] {
  return rows(test, sql).map(([id]) => id as string);
}

/** Projects that an import made and that hold nothing go when the next import ends: nobody misses them. */
const isKept = `(projects.id LIKE 'own-%' OR merged_into IS NOT NULL
  OR EXISTS (SELECT 1 FROM projects AS part WHERE part.merged_into = projects.id)
  OR EXISTS (SELECT 1 FROM usage_events WHERE project_id = projects.id)
  OR EXISTS (SELECT 1 FROM deleted_usage_events WHERE project_id = projects.id))`;

/** Everything that a person could tell apart, but for when it was changed. */
function contents(test: TestDatabase) {
  return {
    events: rows(
      test,
      `SELECT dedupe_key, project_id, import_id, session_id, path, total_tokens, date FROM usage_events
       UNION ALL SELECT dedupe_key, 'deleted: ' || project_id, import_id, session_id, event ->> 'path',
         event ->> 'total_tokens', '' FROM deleted_usage_events ORDER BY 1`,
    ),
    projects: rows(
      test,
      `SELECT id, name, is_archived, deleted_at IS NULL, merged_into FROM projects WHERE ${isKept} ORDER BY id`,
    ),
    pins: test.commands.getPinnedProjects().map(({ id }) => id),
    paths: rows(
      test,
      `SELECT path, project_id, covers_subfolders, decided_at IS NULL FROM project_paths
       WHERE decided_at IS NOT NULL OR project_id IN (SELECT id FROM projects WHERE ${isKept}) ORDER BY path`,
    ),
    // Of events recorded by hand it is only where their project came from.
    chosen: rows(
      test,
      "SELECT dedupe_key, project_id FROM chosen_projects WHERE dedupe_key LIKE 'test:%' ORDER BY 1",
    ),
  };
}

function expectLaws(test: TestDatabase): void {
  const { commands } = test;
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
  const [[stored]] = rows(test, 'SELECT coalesce(sum(total_tokens), 0) FROM usage_events') as [[number]];
  const sum = (list: readonly { totalTokens: number }[]) =>
    list.reduce((all, each) => all + each.totalTokens, 0);
  expect(sum(commands.getUsageTotals(always, null))).toBe(stored);
  for (const by of usageGroupKeys) {
    expect(sum(commands.getUsageTotals(always, by))).toBe(stored);
    expect(sum(commands.getUsageSeries(always, 'day', by))).toBe(stored);
  }
  const { hours, tokensWithoutHour } = commands.getUsageHours(always);
  expect(sum(hours) + tokensWithoutHour).toBe(stored);
  // tokensWithoutHour is what is left of the total: the events say it by themselves.
  expect(rows(test, 'SELECT coalesce(sum(total_tokens), 0) FROM usage_events WHERE hour IS NULL')).toEqual([
    [tokensWithoutHour],
  ]);
  expect(sum(commands.getUsageTimeline(always, 'month'))).toBe(stored);
  expect(sum(commands.getUsageTimeline(always, 'day'))).toBe(stored);
  const month = commands.getAllUsageStats('2026-11');
  expect(sum(month.projects)).toBe(month.global.totalTokens);
  const projects = commands.getProjects();
  expect(
    sum(projects.flatMap(({ id }) => commands.getUsageTotals({ ...always, projectIds: [id] }, null))),
  ).toBe(stored);
  const ids = projects.map(({ id }) => id);
  const all = readAll(test);
  expect(sum(all)).toBe(stored);
  // Of one each, of some together, and of all: the same events in the same order.
  expect(sum(ids.flatMap((id) => readAll(test, [id])))).toBe(stored);
  expect(readAll(test, ids)).toEqual(all);
  expect(readAll(test, ids.slice(1))).toEqual(all.filter(({ projectId }) => projectId !== ids[0]));
}

function readAll({ commands }: TestDatabase, projectIds?: string[]) {
  const all = [];
  let after: ReturnType<typeof commands.getUsageEvents>['next'] = null;
  do {
    const page = commands.getUsageEvents({
      ...always,
      projectIds,
      after,
      limit: 3,
    });
    all.push(...page.events);
    after = page.next;
  } while (after !== null);
  return all;
}

/** What brings usage: the same for a database whose user decides nothing. */
function bring(test: TestDatabase, step: Step, number: number): void {
  const { commands } = test;
  if (step.kind === 'import') importBatches(commands, `import-${number}`, [step]);
  if (step.kind === 'undo') {
    const id = pick(idsOf(test, 'SELECT id FROM imports ORDER BY id'), step.one);
    if (id !== undefined) commands.undoImport(id, testNow);
  }
  if (step.kind === 'record') {
    const own = `own-${step.one % 2}`;
    const isLiving = commands.getProjects().some(({ id }) => id === own);
    if (isLiving) commands.recordUsageEvent(manualEvent({ id: `manual-${number}`, projectId: own }));
    return;
  }
  if (step.kind === 'zone') {
    commands.updateTimeZone(step.one % 2 === 0 ? 'Pacific/Auckland' : 'UTC', testNow);
  }
}

interface Decision {
  apply: () => unknown;
  /** Undefined where it takes something back itself. */
  undo?: () => unknown;
}

function decisionOf(test: TestDatabase, step: Step): Decision | undefined {
  const { commands } = test;
  const living = commands.getProjects().map(({ id }) => id);
  const at = testNow + 1;
  switch (step.kind) {
    case 'delete': {
      const id = pick(living, step.one);
      if (id === undefined) return undefined;
      return { apply: () => commands.deleteProject(id, at), undo: () => commands.restoreProject(id, at) };
    }
    case 'restore': {
      const id = pick(commands.getDeletedProjects(), step.one)?.id;
      if (id === undefined) return undefined;
      return { apply: () => commands.restoreProject(id, at) };
    }
    case 'merge': {
      const [from, into] = [pick(living, step.one), pick(living, step.other)];
      if (from === undefined || into === undefined || from === into) return undefined;
      return {
        apply: () => commands.mergeProjects(from, into, at),
        undo: () => commands.unmergeProject(from, at),
      };
    }
    case 'unmerge': {
      const id = pick(
        idsOf(test, 'SELECT id FROM projects WHERE merged_into IS NOT NULL ORDER BY id'),
        step.one,
      );
      return id === undefined ? undefined : { apply: () => commands.unmergeProject(id, at) };
    }
    case 'pin': {
      const id = pick(living, step.one);
      if (id === undefined) return undefined;
      return { apply: () => commands.pinProjectAt(id, 0, at) };
    }
    case 'move-event': {
      const event = pick(readAll(test), step.one);
      const projectId = pick(living, step.other);
      if (event === undefined || projectId === undefined) return undefined;
      const before = event.chosenProjectId ?? (event.source === 'manual' ? event.projectId : null);
      return {
        apply: () => commands.moveUsageEvent(event.id, projectId, at),
        undo: () => commands.moveUsageEvent(event.id, before, at),
      };
    }
    case 'forget-event': {
      const event = pick(
        readAll(test).filter((each) => each.source !== 'manual'),
        step.one,
      );
      return event && { apply: () => commands.moveUsageEvent(event.id, null, at) };
    }
    case 'decide': {
      const projectId = pick(living, step.one);
      if (projectId === undefined) return undefined;
      const coversSubfolders = step.covers && step.path.startsWith('/');
      const [stored] = rows(
        test,
        `SELECT project_id, covers_subfolders, decided_at IS NOT NULL FROM project_paths WHERE path = '${step.path}'`,
      );
      const before = stored && {
        projectId: stored[0] as string,
        coversSubfolders: stored[1] === 1,
        isDecided: stored[2] === 1,
      };
      return {
        apply: () =>
          commands.decideProjectPath(step.path, { projectId, coversSubfolders, isDecided: true }, at),
        undo: () => commands.decideProjectPath(step.path, before ?? null, at),
      };
    }
    default:
      return undefined;
  }
}

/** The events with their tokens, wherever they are; those recorded by hand apart, since a deleted project takes none. */
function keysOf(test: TestDatabase) {
  return contents(test)
    .events.filter(([key]) => String(key).startsWith('test:'))
    .map(([key, , importId, , , tokens]) => [key, importId, tokens]);
}

it('any sequence of imports and decisions keeps every law, and undo restores everything', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const test = await openTestDatabase();
      const plain = await openTestDatabase();
      for (const each of [test, plain]) for (const id of ['own-0', 'own-1']) addProject(each.commands, id);
      for (const [number, step] of steps.entries()) {
        bring(test, step, number);
        bring(plain, step, number);
        const decision = decisionOf(test, step);
        if (decision) {
          const before = contents(test);
          decision.apply();
          const after = contents(test);
          decision.apply();
          expect(contents(test)).toEqual(after);
          if (decision.undo) {
            decision.undo();
            expect(contents(test)).toEqual(before);
            decision.apply();
          }
        }
        expectLaws(test);
        expect(keysOf(test)).toEqual(keysOf(plain));
      }
      test.database.db.close();
      plain.database.db.close();
    }),
    { numRuns: 50 },
  );
}, 120_000);
