import { beforeEach, expect, it, vi } from 'vitest';
import type { Command, Commands } from '../../../src/lib/protocol/commands';
import { changePrices, repriceAll } from '../../../src/lib/state/prices/price-changes';
import { priceRun } from '../../../src/lib/state/prices/price-run.svelte';
import { toasts } from '../../../src/lib/state/shell/toasts.svelte';
import { openTestDatabase } from '../database/open';
import { importBatches, sourceEvent } from '../database/samples';

/** What a page does, on a real database in memory instead of a worker. */

const model = 'claude-sonnet-4-5';
const events = 4_000;
let commands: Commands;
let sent: Command[];
let afterStep: (() => void) | undefined;

vi.mock('../../../src/lib/state/database/connection.svelte', () => ({
  call: async (command: Command, ...args: unknown[]) => {
    await Promise.resolve();
    sent.push(command);
    const answer = (commands[command] as (...args: unknown[]) => unknown)(...args);
    if (command === 'repriceNext') afterStep?.();
    return answer;
  },
}));

beforeEach(async () => {
  ({ commands } = await openTestDatabase());
  const all = Array.from({ length: events }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, model }),
  );
  importBatches(commands, 'import-1', [{ events: all }]);
  sent = [];
  afterStep = undefined;
});

const cost = () =>
  Number(commands.getUsageTotals({ from: '2020-01-01', to: '2099-12-31' }, null)[0]?.costNanoUsd);

it('an undo during another run waits, and each undo reverts its own change', async () => {
  const before = cost();
  const free = { kind: 'choice', model, choice: { kind: 'free' } } as const;
  afterStep = () => priceRun.cancel();
  await changePrices(free, { kind: 'choice', model, choice: null }, events, 'The model is free.');
  const between = cost();
  expect(between).toBeGreaterThan(0);
  expect(between).toBeLessThan(before);
  const [first] = toasts.list;
  if (!first) throw new Error('There is a toast.');

  sent = [];
  afterStep = () => {
    afterStep = undefined;
    toasts.use(first);
  };
  await repriceAll(events);
  await vi.waitUntil(() => sent.filter((command) => command === 'endReprice').length === 2);
  expect(sent.indexOf('savePriceChoice')).toBeGreaterThan(sent.indexOf('endReprice'));
  // The first change is reverted. What the second run priced stays as it was priced then.
  expect(cost()).toBe(before - between);

  const [second] = toasts.list;
  if (!second) throw new Error('There is a toast.');
  toasts.use(second);
  await vi.waitUntil(() => cost() === before);
  expect(commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
});
