import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import type { TeamBatch, TeamMonth, TeamRow } from '../../../src/lib/model/team';
import type { Commands } from '../../../src/lib/protocol/commands';
import { rounds } from '../../budget';
import { openTestDatabase, testNow } from './open';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

const always = { from: '2020-01-01', to: '2099-12-31' };
const projects = [
  { id: 'shop', name: 'Shop', client: 'Acme', isArchived: false },
  { id: 'blog', name: 'Blog', client: null, isArchived: false },
];
const members = [
  { id: 'UANNA', name: 'Anna' },
  { id: 'UBEN', name: 'Ben' },
];

async function openTeam(): Promise<Commands> {
  const { database } = await openTestDatabase();
  return createCommands({ ...database, name: 'team-acme' });
}

/** A row of Claude Code with 10 tokens for 5 nano-dollars. */
function row(
  changes: {
    day?: string;
    tokens?: number;
    model?: string;
    cost?: number | null;
    mark?: string | undefined;
  } = {},
): TeamRow {
  const { day = '2026-11-03', tokens = 10, model = 'sonnet', cost = 5, mark } = changes;
  const texts = [day, 'claude-code', 'anthropic', model, 'chat', 'cloud'] as const;
  const basis = cost === null ? 'unpriced' : 'computed';
  const plain = [...texts, tokens, 0, 0, 0, 0, 0, cost, basis, 'call', 3, 0] as const;
  return mark === undefined ? plain : [...plain, mark];
}

const month = (changes: Partial<TeamMonth> = {}): TeamMonth => ({
  ...{ projectId: 'shop', month: '2026-11', memberId: 'UANNA', deviceId: 'laptop' },
  rows: [row()],
  ...changes,
});

const batch = (months: readonly TeamMonth[], changes: Partial<TeamBatch> = {}): TeamBatch => ({
  ...{ projects, members, months, cursor: null, at: testNow },
  ...changes,
});

const sumsOf = ({
  totalTokens,
  costNanoUsd,
  unpricedTokens,
}: ReturnType<Commands['getGlobalUsageStats']>) => [totalTokens, costNanoUsd, unpricedTokens];
const byKey = (commands: Commands, key: 'path' | 'project' | 'source') =>
  Object.fromEntries(commands.getUsageTotals(always, key).map((each) => [each.key ?? '', each.totalTokens]));

describe('day rows', () => {
  it('sum the events of linked projects by everything that a view can show, and name no session, folder or hour', async () => {
    const { commands } = await openTestDatabase();
    for (const id of ['alpha', 'other']) addProject(commands, id);
    commands.decideProjectPath(
      '/secret',
      { projectId: 'alpha', coversSubfolders: false, isDecided: true },
      testNow,
    );
    importBatches(commands, 'import', [
      {
        events: [
          sourceEvent({ dedupeKey: 'test:1', path: '/secret' }),
          sourceEvent({
            dedupeKey: 'test:2',
            path: '/secret',
            sessionId: 'two',
            occurredAt: testNow + 3_600_000,
          }),
          sourceEvent({ dedupeKey: 'test:3', path: '/secret', isOutputFinal: false, model: 'no-price' }),
        ],
      },
    ]);
    commands.recordUsageEvent(manualEvent({ id: 'old', llmMode: 'local', occurredAt: Date.UTC(2026, 8, 1) }));
    commands.recordUsageEvent(manualEvent({ id: 'private', projectId: 'other' }));

    const rows = commands.getTeamRows(['alpha'], ['2026-11', '2026-09']);
    expect(rows.map((each) => [...each.slice(0, 6), ...each.slice(13)])).toEqual([
      ['2026-09-01', 'manual', '', '', 'chat', 'local', 'free', 'call', 1, 0],
      ['2026-11-15', 'test', 'anthropic', 'claude-sonnet-4-5', 'chat', 'cloud', 'computed', 'call', 2, 0],
      ['2026-11-15', 'test', 'anthropic', 'no-price', 'chat', 'cloud', 'unpriced', 'call', 1, 1],
    ]);
    expect(rows.map((each) => each.slice(6, 12))).toEqual([
      [100, 0, 0, 0, 20, 0],
      [200, 2000, 20, 2, 40, 10],
      [100, 1000, 10, 1, 20, 5],
    ]);
    expect(rows.map((each) => each[12])).toEqual([0, expect.any(Number), null]);
    expect(JSON.stringify(rows)).not.toMatch(/secret|session|two|alpha/);
    expect(commands.getTeamRows(['alpha'], ['2026-10'])).toEqual([]);
    expect(commands.getTeamRows([], ['2026-11'])).toEqual([]);
  });

  it('bring the same sums, costs and kinds into a team’s database', async () => {
    const { commands } = await openTestDatabase();
    addProject(commands, 'alpha');
    commands.recordUsageEvent(manualEvent({ id: '1', llmMode: 'local' }));
    commands.recordUsageEvent(manualEvent({ id: '2', model: 'gpt-4o', provider: 'openai' }));
    commands.recordUsageEvent(manualEvent({ id: '3', model: 'no-price' }));
    const team = await openTeam();
    const rows = commands.getTeamRows(['alpha'], ['2026-11']);
    team.replaceTeamMonths(batch([month({ rows })]));
    expect(sumsOf(team.getGlobalUsageStats('2026-11'))).toEqual(
      sumsOf(commands.getGlobalUsageStats('2026-11')),
    );
    expect(team.getTeamRows(['shop'], ['2026-11'])).toEqual(rows);
    expect(team.checkIntegrity()).toEqual({ ok: true, differences: [] });
    expect(team.getRepriceOffer()).toBeNull();
  });
});

describe('a team’s database', () => {
  it('shows who, which project and which client', async () => {
    const team = await openTeam();
    team.replaceTeamMonths(
      batch([month(), month({ memberId: 'UBEN', rows: [row({ tokens: 7 })] }), month({ projectId: 'blog' })]),
    );
    expect(byKey(team, 'path')).toEqual({ Anna: 20, Ben: 7 });
    expect(byKey(team, 'project')).toEqual({ shop: 17, blog: 10 });
    expect(team.getProjects().map(({ name, clientName }) => [name, clientName])).toEqual([
      ['Blog', null],
      ['Shop', 'Acme'],
    ]);
  });

  it('follows changed names of projects and members, also of two with one name', async () => {
    const team = await openTeam();
    team.replaceTeamMonths(batch([month(), month({ memberId: 'UBEN' })]));
    const renamed = [
      { id: 'UANNA', name: 'Ben' },
      { id: 'UBEN', name: 'Ben' },
    ];
    const archived = projects.map((each) => ({ ...each, name: `${each.name} 2`, isArchived: true }));
    team.updateProjectPinned('shop', true, testNow);
    team.replaceTeamMonths(batch([], { members: renamed, projects: archived }));
    expect(byKey(team, 'path')).toEqual({ 'Ben (UANNA)': 10, 'Ben (UBEN)': 10 });
    expect(team.getProjects().map(({ name, isArchived, isPinned }) => [name, isArchived, isPinned])).toEqual([
      ['Blog 2', true, false],
      ['Shop 2', true, false],
    ]);
    expect(team.checkIntegrity().differences).toEqual([]);
  });

  it('replaces a month as a whole, and forgets one that was taken back', async () => {
    const team = await openTeam();
    team.replaceTeamMonths(
      batch([
        month({ rows: [row(), row({ day: '2026-11-04' }), row({ model: 'opus', cost: null })] }),
        month({ deviceId: 'desk', rows: [row({ tokens: 1 })] }),
      ]),
    );
    expect(sumsOf(team.getGlobalUsageStats('2026-11'))).toEqual([31, 15, 10]);
    team.replaceTeamMonths(
      batch([month({ rows: [row({ tokens: 4, cost: 2 }), row({ day: '2026-11-09' })] })]),
    );
    expect(sumsOf(team.getGlobalUsageStats('2026-11'))).toEqual([15, 12, 0]);
    team.replaceTeamMonths(batch([month({ rows: [] })]));
    expect(sumsOf(team.getGlobalUsageStats('2026-11'))).toEqual([1, 5, 0]);
    expect(team.checkIntegrity().differences).toEqual([]);
  });

  it('leaves out what somebody published before they joined again, until an owner counts it again', async () => {
    const team = await openTeam();
    const mark = 'a'.repeat(32);
    const shared = row({ tokens: 100, mark });
    team.replaceTeamMonths(
      batch([month({ rows: [row(), shared] }), month({ memberId: 'UBEN', rows: [shared] })]),
    );
    expect(byKey(team, 'path')).toEqual({ Anna: 110 });
    const [anna, ben] = members;
    const without = [{ ...anna!, isLeftOut: true as const }, ben!];
    team.replaceTeamMonths(batch([], { members: without }));
    expect(byKey(team, 'path')).toEqual({ Ben: 100 });
    team.replaceTeamMonths(batch([month()], { members: without }));
    expect(byKey(team, 'path')).toEqual({ Ben: 100 });
    team.replaceTeamMonths(batch([month()]));
    expect(byKey(team, 'path')).toEqual({ Anna: 10, Ben: 100 });
    expect(team.checkIntegrity().differences).toEqual([]);
  });

  it('remembers how much of the stream it contains, with what was read', async () => {
    const team = await openTeam();
    expect(team.getTeamCursor()).toBeNull();
    const cursor = { of: 'shop', since: '2026-11-01T00:00:00Z' };
    team.replaceTeamMonths(batch([month()], { cursor }));
    team.replaceTeamMonths(batch([month()]));
    expect(team.getTeamCursor()).toEqual(cursor);
    const bad = month({ memberId: 'UNOBODY' });
    expect(() =>
      team.replaceTeamMonths(batch([bad], { cursor: { ...cursor, since: '2026-11-02T00:00:00Z' } })),
    ).toThrow(expect.objectContaining({ code: 'BadInput', problem: 'not-in-team' }) as Error);
    expect(team.getTeamCursor()).toEqual(cursor);
  });

  it('refuses whatever would change its usage or projects, and keeps pins and budgets', async () => {
    const team = await openTeam();
    team.replaceTeamMonths(batch([month()]));
    const refused = expect.objectContaining({ problem: 'team-changes-elsewhere' }) as Error;
    const later = testNow + 1;
    expect(() => team.beginImport({ id: 'i', startedAt: later })).toThrow(refused);
    expect(() => team.recordUsageEvent(manualEvent({ projectId: 'shop' }))).toThrow(refused);
    expect(() => team.deleteProject('shop', later)).toThrow(refused);
    expect(() => team.updateProject('shop', { name: 'Mine' }, later)).toThrow(refused);
    expect(() => team.beginReprice({ id: 'r', models: null, startedAt: later })).toThrow(refused);
    expect(() => team.undoImport('team:UANNA:laptop', later)).toThrow(refused);
    expect(() => team.mergeDatabase(new Uint8Array())).toThrow(refused);
    expect(team.updateProjectPinned('shop', true, later)).toBe(true);
    team.saveBudget(
      { scope: 'all', scopeKey: '', fromMonth: '2026-11', unit: 'tokens', amount: 20, thresholds: [50] },
      later,
    );
    expect(team.recordBudgetWarnings(later)).toHaveLength(1);
  });

  it.each<[string, TeamRow[]]>([
    ['a mark that is none', [row({ mark: 'Anna' })]],
    ['more tokens than usage can have', [row({ tokens: 1e12 + 1 })]],
    ['a day of another month', [row({ day: '2026-10-31' })]],
    ['a day that does not exist', [row({ day: '2026-11-31' })]],
    ['a cost below zero', [row({ cost: -1 })]],
    ['an object instead of a row', [JSON.parse('{"__proto__": {"length": 17}}') as TeamRow]],
    ['a text as a count', [JSON.parse(JSON.stringify(row()).replace('10', '"10"')) as TeamRow]],
  ])('refuses %s', async (_what, rows) => {
    const team = await openTeam();
    expect(() => team.replaceTeamMonths(batch([month({ rows })]))).toThrow('Give day rows');
    expect(team.getProjects()).toEqual([]);
  });
});

it('a person’s own database takes nothing of a team', async () => {
  const { commands } = await openTestDatabase();
  expect(() => commands.replaceTeamMonths(batch([month()]))).toThrow(
    expect.objectContaining({ problem: 'not-a-team-database' }) as Error,
  );
});

const places = fc.record({
  projectId: fc.constantFrom('shop', 'blog'),
  month: fc.constantFrom('2026-10', '2026-11'),
  memberId: fc.constantFrom('UANNA', 'UBEN'),
  deviceId: fc.constantFrom('laptop', 'desk'),
});
const cuts = fc.record({
  day: fc.constantFrom(1, 2, 28),
  tokens: fc.nat({ max: 1000 }),
  model: fc.constantFrom('', 'sonnet', 'opus'),
  cost: fc.option(fc.nat({ max: 1000 })),
  mark: fc.constantFrom(undefined, 'a'.repeat(32), 'b'.repeat(32)),
});
/** What two rows must agree in to be the same usage: everything but the cost. */
const partOf = (row: TeamRow) => [...row.slice(0, 12), ...row.slice(14)];

/** Versions of a month, the last of which counts. */
const published = fc.record({
  place: places,
  rows: fc.uniqueArray(cuts, {
    selector: ({ day, model, cost, mark = '' }) => `${day} ${model} ${cost === null} ${mark}`,
    maxLength: 8,
  }),
  isRepeated: fc.boolean(),
});

it('any sequence of published months, in batches of any size and repeated, leads to what their last versions say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(published, { maxLength: 12 }), fc.nat({ max: 3 }), async (list, size) => {
      const months = list.flatMap(({ place, rows, isRepeated }): TeamMonth[] => {
        const each = {
          ...place,
          rows: rows.map(({ day, ...rest }) =>
            row({ ...rest, day: `${place.month}-${String(day).padStart(2, '0')}` }),
          ),
        };
        return isRepeated ? [each, each] : [each];
      });
      const team = await openTeam();
      for (let from = 0; from < months.length; from += size + 1)
        team.replaceTeamMonths(batch(months.slice(from, from + size + 1)));

      const last = new Map(months.map((each) => [JSON.stringify({ ...each, rows: [] }), each]));
      const fresh = await openTeam();
      fresh.replaceTeamMonths(batch([...last.values()].reverse()));
      for (const key of ['path', 'project', 'model'] as const)
        expect(team.getUsageTotals(always, key)).toEqual(fresh.getUsageTotals(always, key));
      expect(team.getUsageTimeline(always, 'day')).toEqual(fresh.getUsageTimeline(always, 'day'));
      expect(team.checkIntegrity().differences).toEqual([]);
      const rows = [...last.values()].flatMap(({ rows }) => rows);
      const counted = new Map(
        rows.map((each, index) => [each[17] === undefined ? index : JSON.stringify(partOf(each)), each[6]]),
      );
      expect(team.getUsageTotals(always, null)[0]?.totalTokens).toBe(
        [...counted.values()].reduce((sum, each) => sum + each, 0),
      );
    }),
    { numRuns: rounds(20, 200) },
  );
});
