import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addCostByKind, noCostByKind, type CostByKind } from '../../../src/lib/model/cost-by-kind';
import type { SourceUsageEvent } from '../../../src/lib/model/usage-event';
import type { Commands } from '../../../src/lib/protocol/commands';
import { rounds } from '../../budget';
import { openTestDatabase, testNow } from './open';
import { reprice } from './reprice';
import { importBatches, sourceEvent } from './samples';

const november = { from: '2026-11-01', to: '2026-11-30' };
const day = 86_400_000;
/** The kinds of one `sourceEvent` of a Sonnet, in nano-dollars. */
const one: CostByKind = {
  ...{ input: 300_000, cacheRead: 300_000, cacheWrite5m: 37_500, cacheWrite1h: 6_000, output: 300_000 },
  undivided: 0,
};

async function withEvents(events: readonly Partial<SourceUsageEvent>[]): Promise<Commands> {
  const { commands } = await openTestDatabase();
  const all = events.map((each, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, position: index + 1, ...each }),
  );
  importBatches(commands, 'i', [{ events: all }]);
  return commands;
}

const sumOf = (costs: CostByKind): number => Object.values(costs).reduce((sum, each) => sum + each, 0);

it('is what the tokens of each kind cost, in every statistic', async () => {
  const commands = await withEvents([{}, { path: '/home/u/beta', occurredAt: testNow - day }]);
  const two = Object.fromEntries(Object.entries(one).map(([kind, cost]) => [kind, 2 * cost]));
  for (const step of ['day', 'month'] as const) expect(commands.getCostByKind(november, step)).toEqual(two);
  const { global, projects } = commands.getAllUsageStats();
  expect(global.costNanoUsdByKind).toEqual(two);
  for (const project of projects) {
    expect(project.costNanoUsdByKind).toEqual(one);
    expect(commands.getUsageStatsByProject(project.projectId).costNanoUsdByKind).toEqual(one);
  }
  expect(commands.getGlobalUsageStats('2026-10').costNanoUsdByKind).toEqual(noCostByKind);
});

it('is half for batches', async () => {
  const commands = await withEvents([{ serviceTier: 'batch' }]);
  expect(commands.getCostByKind(november, 'day')).toMatchObject({ input: 150_000, output: 150_000 });
});

// A Sonnet of version 4.5 costs twice as much for a request of more than 200,000 tokens.
it.each<[string, Partial<SourceUsageEvent>, number]>([
  ['a recorded cost', { recordedCostNanoUsd: 77 }, 77],
  ['the price of a long request', { inputTokens: 300_000, cacheReadTokens: 0 }, 0],
])('leaves %s undivided, and divides the other days', async (_what, changes, cost) => {
  const odd = { ...changes, occurredAt: testNow - day };
  const commands = await withEvents([{}, odd]);
  const { costNanoUsd } = commands.getGlobalUsageStats();
  const undivided = costNanoUsd - sumOf(one);
  if (cost > 0) expect(undivided).toBe(cost);
  for (const step of ['day', 'month'] as const)
    expect(commands.getCostByKind(november, step)).toEqual({ ...one, undivided });
  expect(commands.getGlobalUsageStats().costNanoUsdByKind).toEqual({ ...one, undivided });
});

it('counts nothing for unpriced tokens, and still divides the costs of other sources on that day', async () => {
  const commands = await withEvents([{}]);
  const unknown = sourceEvent({ dedupeKey: 'other:1', countQuality: 'total-only' });
  importBatches(commands, 'o', [{ events: [unknown] }], 'other');
  expect(commands.getGlobalUsageStats().unpricedTokens).toBe(1131);
  expect(commands.getCostByKind(november, 'month')).toEqual(one);
});

it('follows prices that change during the month, but not without repricing', async () => {
  const commands = await withEvents([{ occurredAt: testNow - 5 * day }, {}]);
  const own = (input: number) => ({ input, cacheRead: input, output: input });
  const prices = [
    { from: null, perToken: own(1_000_000) },
    { from: '2026-11-13', perToken: own(2_000_000) },
  ];
  commands.savePriceChoice('claude-sonnet-4-5', { kind: 'own', prices }, testNow);
  const { costNanoUsd } = commands.getGlobalUsageStats();
  expect(commands.getCostByKind(november, 'month')).toEqual({ ...noCostByKind, undivided: costNanoUsd });

  reprice(commands, 'r');
  expect(commands.getCostByKind(november, 'month')).toEqual({
    ...{ input: 300_000, cacheRead: 3_000_000, cacheWrite5m: 30_000, cacheWrite1h: 3_000, output: 60_000 },
    undivided: 0,
  });
});

it('adds up to the cost, for any events and any filter', async () => {
  const event: fc.Arbitrary<Partial<SourceUsageEvent>> = fc.record(
    {
      model: fc.constantFrom('claude-sonnet-4-5', 'gpt-5-nano', 'gemini-2.5-pro', 'no-such-model', null),
      provider: fc.constantFrom('anthropic', 'openai', 'google', null),
      path: fc.constantFrom('/home/u/alpha', '/home/u/beta'),
      occurredAt: fc.nat(40).map((days) => testNow - days * day),
      inputTokens: fc.constantFrom(0, 1, 33, 300_000),
      outputTokens: fc.constantFrom(5, 7),
      recordedCostNanoUsd: fc.constantFrom(null, null, null, 12_345),
      serviceTier: fc.constantFrom(null, null, 'batch', 'priority'),
      llmMode: fc.constantFrom('cloud', 'cloud', 'local'),
    },
    { requiredKeys: [] },
  );
  const range = { from: '2026-10-10', to: '2026-11-30' };
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const commands = await withEvents(events);
      const ids = commands.getProjects().map(({ id }) => [id]);
      for (const filter of [range, ...ids.map((projectIds) => ({ ...range, projectIds }))]) {
        const [sums] = commands.getUsageTotals(filter, null);
        for (const step of ['day', 'month'] as const)
          expect(sumOf(commands.getCostByKind(filter, step))).toBe(sums?.costNanoUsd);
      }
      for (const month of commands.getUsageMonths()) {
        const { global, projects } = commands.getAllUsageStats(month);
        expect(projects.map((each) => each.costNanoUsdByKind).reduce(addCostByKind, noCostByKind)).toEqual(
          global.costNanoUsdByKind,
        );
        expect(commands.getGlobalUsageStats(month)).toEqual(global);
        for (const each of [global, ...projects])
          expect(sumOf(each.costNanoUsdByKind)).toBe(each.costNanoUsd);
      }
    }),
    { numRuns: rounds(40, 150) },
  );
});
