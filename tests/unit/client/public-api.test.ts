import { beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseClient } from '../../../src/lib/client/connect';
import { createPublicApi } from '../../../src/lib/client/public-api';
import { problems } from '../../../src/lib/texts/en/problems';
import type { TokentabApi } from '../../../src/lib/model/public-api';
import { openTarget } from '../ingest/run/database-target';

/**
 * `window.tokentab` as scripts call it, with a real database. Importing and exporting need a browser: tests/browser,
 * tests/e2e.
 */

let api: TokentabApi;
/** Scripts aren't type-checked, so anything they pass must be handled. */
let untyped: Record<keyof TokentabApi, (...args: unknown[]) => Promise<unknown>>;

beforeEach(async () => {
  const { target } = await openTarget();
  const client = Object.assign(target, { ready: Promise.resolve() });
  api = createPublicApi(client as unknown as DatabaseClient, () => Promise.resolve(problems));
  untyped = api as unknown as typeof untyped;
});

const createProject = async (name: string) => (await api.createProject({ name })).id;

const event = (projectId: string, more: object = {}) => ({
  projectId,
  eventType: 'chat',
  llmMode: 'cloud' as const,
  promptTokens: 10,
  completionTokens: 5,
  ...more,
});

const refusal = (message: unknown = expect.any(String)): unknown =>
  expect.objectContaining({ code: 'BadInput', message });

const zeros = {
  promptTokens: 0,
  completionTokens: 0,
  totalTokens: 0,
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWrite5mTokens: 0,
  cacheWrite1hTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  eventCount: 0,
};

it('projects are created with the given values, listed, and refused without a name', async () => {
  const alpha = await api.createProject({ name: ' Alpha ', clientName: 'Acme', description: 'Web' });
  expect(alpha).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{14}7/) as string,
    name: 'Alpha',
    clientName: 'Acme',
    description: 'Web',
    isArchived: false,
    isPinned: false,
    pinOrder: 0,
  });
  const beta = await api.createProject({ name: 'Beta' });
  expect(beta).toMatchObject({ clientName: null, description: null });
  expect(await api.getProjects()).toEqual([alpha, beta]);

  await expect(untyped.createProject({ name: '  ' })).rejects.toEqual(refusal('name must not be empty.'));
  await expect(untyped.createProject({})).rejects.toEqual(refusal('name is missing.'));
  await expect(untyped.createProject()).rejects.toEqual(refusal());
  await expect(untyped.createProject({ name: 7 })).rejects.toEqual(refusal('name must be text.'));
  await expect(untyped.createProject({ name: 'x'.repeat(301) })).rejects.toEqual(refusal());
  expect(await api.getProjects()).toHaveLength(2);
});

describe('a usage event', () => {
  it('is stored once per id, with cache tokens as part of the prompt and reasoning as part of the completion', async () => {
    const id = await createProject('Alpha');
    const full = event(id, {
      id: 'event-1',
      promptTokens: 1_000,
      completionTokens: 200,
      totalTokens: 1_200,
      provider: 'openai',
      model: 'gpt-5',
      cacheReadTokens: 500,
      cacheWrite5mTokens: 100,
      cacheWrite1hTokens: 50,
      reasoningTokens: 80,
      occurredAt: '2026-10-05T12:00:00Z',
    });
    expect(await api.recordUsageEvent(full)).toBe('event-1');
    const again = { ...full, promptTokens: 9_999, totalTokens: 10_199 };
    expect(await api.recordUsageEvent(again)).toBe('event-1');
    const stats = await api.getUsageStatsByProject(id, '2026-10');
    expect(stats).toMatchObject({
      month: '2026-10',
      promptTokens: 1_000,
      completionTokens: 200,
      totalTokens: 1_200,
      inputTokens: 350,
      cacheReadTokens: 500,
      cacheWrite5mTokens: 100,
      cacheWrite1hTokens: 50,
      outputTokens: 200,
      reasoningTokens: 80,
      eventCount: 1,
    });
    // The documented shape, without undocumented fields.
    expect(stats).not.toHaveProperty('projectName');
    // A time as a number, and no id, so one is created.
    const made = await api.recordUsageEvent(event(id, { occurredAt: Date.UTC(2026, 9, 6) }));
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
    expect(await api.getGlobalUsageStats('2026-10')).toMatchObject({ eventCount: 2, totalTokens: 1_215 });
    expect(await api.checkIntegrity()).toEqual({ ok: true, differences: [] });
  });

  it.each<[object, string | RegExp]>([
    [{ totalTokens: 16 }, 'totalTokens must be promptTokens + completionTokens, which is 15.'],
    [{ promptTokens: -1 }, /promptTokens must be a whole number/],
    [{ promptTokens: 1.5 }, /promptTokens must be a whole number/],
    [{ completionTokens: '5' }, /completionTokens must be a whole number/],
    [{ promptTokens: Number.MAX_SAFE_INTEGER }, /promptTokens must be a whole number/],
    [{ cacheReadTokens: 11 }, /Cache tokens are part of promptTokens/],
    [{ reasoningTokens: 6 }, /reasoningTokens is a part of completionTokens/],
    [{ llmMode: 'moon' }, /llmMode must be/],
    [{ eventType: '' }, 'eventType must not be empty.'],
    [{ occurredAt: '1970-01-01' }, /occurredAt must lie between/],
    [{ occurredAt: '2099-01-01' }, /occurredAt must lie between/],
    [{ occurredAt: 'yesterday' }, /occurredAt must be/],
    [{ projectId: undefined }, 'projectId is missing.'],
  ])('with %j is refused with an explanation', async (change, sentence) => {
    const id = await createProject('Alpha');
    const message: unknown = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
    await expect(untyped.recordUsageEvent(event(id, change))).rejects.toEqual(refusal(message));
    expect(await api.getGlobalUsageStats()).toMatchObject(zeros);
  });

  it.each([[null], [undefined], ['text']])('that is %j is refused', async (value) => {
    await expect(untyped.recordUsageEvent(value)).rejects.toEqual(refusal());
  });

  it('without a project is refused', async () => {
    await expect(api.recordUsageEvent(event('nobody'))).rejects.toMatchObject({ code: 'NotFound' });
  });
});

describe('statistics', () => {
  it('are for this month by default, largest first, zero without usage, and projects add up to the total', async () => {
    const [small, large, idle] = [
      await createProject('Small'),
      await createProject('Large'),
      await createProject('Idle'),
    ];
    expect(await api.getUsageStatsByProject(small, '2024-02')).toMatchObject({ month: '2024-02', ...zeros });
    expect(await api.getGlobalUsageStats('2024-02')).toMatchObject({ month: '2024-02', ...zeros });

    // The current time in the test, which decides what "this month" means to its database.
    const occurredAt = '2026-11-03T12:00:00Z';
    await api.recordUsageEvent(event(small, { occurredAt }));
    for (const promptTokens of [100, 200]) {
      const counters = { promptTokens, cacheReadTokens: 7, reasoningTokens: 1 };
      await api.recordUsageEvent(event(large, { occurredAt, ...counters }));
    }
    const all = await api.getAllUsageStats();
    expect(all.month).toBe('2026-11');
    expect(all.global).toEqual(await api.getGlobalUsageStats());
    expect(all.global).toEqual(await api.getGlobalUsageStats('2026-11'));
    expect(all.projects.map(({ projectName }) => projectName)).toEqual(['Large', 'Small', 'Idle']);
    expect(all.projects[2]).toMatchObject({ projectId: idle, clientName: null, ...zeros });
    for (const counter of Object.keys(zeros) as (keyof typeof zeros)[]) {
      const sum = all.projects.reduce((sum, project) => sum + project[counter], 0);
      expect(sum, counter).toBe(all.global[counter]);
    }
    await expect(api.getUsageStatsByProject('nobody')).rejects.toMatchObject({ code: 'NotFound' });
    await expect(untyped.getUsageStatsByProject()).rejects.toEqual(refusal());
  });

  it.each(['2026-13', '2026-1', 'November', 202_611])('of the month %j are refused', async (month) => {
    const wrong = refusal(expect.stringMatching(/^month must be/));
    await expect(untyped.getGlobalUsageStats(month)).rejects.toEqual(wrong);
  });
});

describe('pins', () => {
  it('are added last, keep their position when pinned twice, and have position 0 when unpinned', async () => {
    const [a, b, c] = [await createProject('A'), await createProject('B'), await createProject('C')];
    const places = async () =>
      Object.fromEntries((await api.getProjects()).map(({ name, pinOrder }) => [name, pinOrder]));
    for (const id of [c, a, c]) expect(await api.updateProjectPinned(id, true)).toBe(true);
    expect(await places()).toEqual({ A: 2, B: 0, C: 1 });
    expect(await api.updateProjectPinned(c, false)).toBe(true);
    expect(await api.updateProjectPinned(b, true)).toBe(true);
    expect(await places()).toEqual({ A: 2, B: 3, C: 0 });
    expect(await api.updateProjectPinned('nobody', true)).toBe(false);
    const wrong = refusal('isPinned must be true or false.');
    await expect(untyped.updateProjectPinned(a, 'yes')).rejects.toEqual(wrong);
    expect(await api.getPinnedProjects()).toMatchObject([{ name: 'A' }, { name: 'B', isPinned: true }]);
  });

  it('are reordered all or none, and omitted ones follow in their order', async () => {
    const ids: string[] = [];
    for (const name of ['A', 'B', 'C', 'D', 'E']) ids.push(await createProject(name));
    const [a = '', b = '', c = '', d = '', unpinned = ''] = ids;
    for (const id of [a, b, c, d]) await api.updateProjectPinned(id, true);
    expect(await api.reorderPinnedProjects([d, b])).toMatchObject([
      { name: 'D', pinOrder: 1 },
      { name: 'B', pinOrder: 2 },
      { name: 'A', pinOrder: 3 },
      { name: 'C', pinOrder: 4 },
    ]);
    for (const wrong of [[a, 'nobody'], [a, unpinned], [a, b, a], 'abc', [1]]) {
      await expect(untyped.reorderPinnedProjects(wrong)).rejects.toEqual(refusal());
      expect((await api.getPinnedProjects()).map(({ name }) => name).join('')).toBe('DBAC');
    }
  });
});
