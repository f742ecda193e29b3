import { expect, it } from 'vitest';
import { createCommands } from '../../../src/lib/database/commands';
import type { TeamMonth, TeamRow } from '../../../src/lib/model/team';
import type { Commands } from '../../../src/lib/protocol/commands';
import { newMarkKey, withMarks } from '../../../src/lib/team/marks';
import { openTestDatabase, testNow } from './open';
import { addProject, importBatches, sourceEvent } from './samples';

const november = { from: '2026-11-01', to: '2026-11-30' };
const members = [
  { id: 'UANNA', name: 'Anna' },
  { id: 'UBEN', name: 'Ben' },
];

async function openTeam(): Promise<Commands> {
  const { database } = await openTestDatabase();
  return createCommands({ ...database, name: 'team-acme' });
}

const bucket = (key: string, tokens: number) =>
  sourceEvent({
    ...{ dedupeKey: `openai-usage:${key}`, granularity: 'day', sessionId: null, path: 'proj_1' },
    ...{ provider: 'openai', model: 'gpt-5', inputTokens: tokens, occurredAt: Date.UTC(2026, 10, 3) },
  });
const call = (key: string) =>
  sourceEvent({ dedupeKey: `litellm:${key}`, sessionId: null, path: 'litellm:team' });

/** What somebody would publish who has imported these events. */
async function rowsOf(source: string, events: ReturnType<typeof bucket>[]): Promise<TeamRow[]> {
  const { commands } = await openTestDatabase();
  // Numbers in this database differ from those in others.
  addProject(commands, 'own');
  importBatches(commands, 'import', [{ events }], source);
  const projects = commands.getProjects().map(({ id }) => id);
  return commands.getTeamRows(projects, ['2026-11']);
}

const month = (memberId: string, rows: readonly TeamRow[], projectId = 'shop'): TeamMonth => ({
  ...{ projectId, month: '2026-11', memberId, deviceId: 'laptop', rows },
});

function publish(team: Commands, ...months: TeamMonth[]): void {
  const projects = ['shop', 'blog'].map((id) => ({ id, name: id, client: null, isArchived: false }));
  team.replaceTeamMonths({ projects, members, months, cursor: null, at: testNow });
}

const totalOf = (team: Commands) => team.getUsageTotals(november, null)[0]?.totalTokens ?? 0;
const byMember = (team: Commands) =>
  new Map(team.getUsageTotals(november, 'path').map((each) => [each.key, each.totalTokens]));
const marksOf = (rows: readonly TeamRow[]) => rows.map((row) => row[17]);

it('each bucket of an export is a row with a mark, calls of a gateway are a sum with one, others have none', async () => {
  const buckets = await rowsOf('openai-usage', [bucket('b', 2), bucket('a', 1)]);
  expect(buckets).toHaveLength(2);
  expect(new Set(marksOf(buckets)).size).toBe(2);
  const others = await rowsOf('openai-usage', [bucket('a', 1), bucket('c', 3), bucket('b', 2)]);
  expect(others.filter((row) => marksOf(buckets).includes(row[17]))).toEqual(buckets);

  const [calls, ...more] = await rowsOf('litellm', [call('1'), call('2')]);
  expect(more).toEqual([]);
  expect(await rowsOf('litellm', [call('2'), call('1')])).toEqual([calls]);
  expect(marksOf(await rowsOf('litellm', [call('1'), call('3')]))).not.toEqual([calls?.[17]]);

  expect(marksOf(await rowsOf('claude-code', [sourceEvent()]))).toEqual([undefined]);
});

it('published marks are equal within a team, differ in another, and are left out without its key', async () => {
  const rows = await rowsOf('openai-usage', [bucket('a', 1)]);
  const [key, other] = [newMarkKey(), newMarkKey()];
  const marked = await withMarks(rows, key);
  expect(await withMarks(rows, key)).toEqual(marked);
  expect(marksOf(marked)[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(marksOf(marked)).not.toEqual(marksOf(rows));
  expect(await withMarks(rows, other)).not.toEqual(marked);
  expect(await withMarks(rows, undefined)).toEqual(rows.map((row) => row.slice(0, 17)));
});

it('the same export of two members counts once, in any order, until both have taken it back', async () => {
  const rows = await rowsOf('openai-usage', [bucket('a', 100), bucket('b', 200)]);
  const [one, other] = [month('UANNA', rows), month('UBEN', rows, 'blog')];
  const [team, mirror] = [await openTeam(), await openTeam()];
  publish(team, one);
  const once = totalOf(team);
  publish(team, other);
  publish(mirror, other);
  publish(mirror, one);
  for (const each of [team, mirror]) {
    expect(totalOf(each)).toBe(once);
    expect(byMember(each)).toEqual(new Map([['Anna', once]]));
    expect(each.getPossibleCopies(november)).toEqual([]);
    expect(each.checkIntegrity()).toEqual({ ok: true, differences: [] });
  }

  publish(team, { ...one, rows: [] });
  expect(byMember(team)).toEqual(new Map([['Ben', once]]));
  publish(team, one);
  expect(byMember(team)).toEqual(new Map([['Anna', once]]));
  publish(team, { ...other, rows: [] });
  expect(byMember(team)).toEqual(new Map([['Anna', once]]));
  publish(team, { ...one, rows: [] });
  expect(totalOf(team)).toBe(0);
  expect(team.checkIntegrity().differences).toEqual([]);
});

it('a member whose copy does not count can be renamed', async () => {
  const rows = await rowsOf('openai-usage', [bucket('a', 100)]);
  const team = await openTeam();
  publish(team, month('UANNA', rows), month('UBEN', rows));
  const [anna, ben] = members;
  const renamed = [anna!, { ...ben!, name: 'Benjamin' }];
  const names = { projects: [], months: [], cursor: null, at: testNow };
  team.replaceTeamMonths({ ...names, members: renamed });
  team.replaceTeamMonths({
    ...{
      ...names,
      members: renamed,
      projects: [{ id: 'shop', name: 'shop', client: null, isArchived: false }],
    },
    months: [month('UANNA', [])],
  });
  expect([...byMember(team).keys()]).toEqual(['Benjamin']);
});

it('says which usage of two members may be the same: parts of an export, or an export and a tool’s log', async () => {
  const team = await openTeam();
  const early = await rowsOf('openai-usage', [bucket('a', 100), bucket('b', 200)]);
  const late = await rowsOf('openai-usage', [bucket('a', 100), bucket('b', 250)]);
  const log = await rowsOf('codex-cli', [{ ...bucket('x', 5), granularity: 'moment', path: '/home/u/app' }]);
  publish(team, month('UANNA', early), month('UBEN', [...late, ...log]));
  const found = team
    .getPossibleCopies(november)
    .map(({ observer, other }) => [
      ...[observer.source, observer.paths.join(), other.source, other.paths.join()],
    ]);
  expect(found.sort()).toEqual([
    ['openai-usage', 'Anna', 'codex-cli', 'Ben'],
    ['openai-usage', 'Anna', 'openai-usage', 'Ben'],
  ]);
  // Whoever has both has been asked before publishing.
  publish(team, month('UANNA', []));
  expect(team.getPossibleCopies(november)).toEqual([]);
});

it('a mark alone hides nothing: a row with other counts counts, too', async () => {
  const rows = await rowsOf('openai-usage', [bucket('a', 100)]);
  const team = await openTeam();
  const [row] = rows;
  const forged = [...row!.slice(0, 6), 0, ...row!.slice(7)] as unknown as TeamRow;
  publish(team, month('UBEN', rows), month('UANNA', [forged]));
  const found = byMember(team);
  expect((found.get('Ben') ?? 0) - (found.get('Anna') ?? 0)).toBe(100);
});
