import { expect, it, vi } from 'vitest';
import type { Subscription } from '../../../src/lib/model/subscription';
import { createReader } from '../../../src/lib/state/database/reader';
import { readSubscriptionUsage } from '../../../src/lib/state/prices/subscription-usage';
import { openTestDatabase, testNow } from './open';
import { importBatches, sourceEvent } from './samples';

const november = { from: '2026-11-01', to: '2026-11-30' };
const max: Subscription = {
  id: 'max',
  name: 'Claude Max',
  source: 'test',
  monthlyNanoUsd: 100_000_000_000,
  from: '2026-11-01',
  to: null,
};

it('are saved, changed and deleted', async () => {
  const { commands } = await openTestDatabase();
  commands.saveSubscription(max, testNow);
  commands.saveSubscription({ ...max, to: '2026-11-20' }, testNow);
  commands.saveSubscription({ ...max, id: 'other', from: '2026-10-01' }, testNow);
  expect(commands.getSubscriptions().map(({ id, to }) => [id, to])).toEqual([
    ['other', null],
    ['max', '2026-11-20'],
  ]);
  commands.deleteSubscription('max', testNow);
  expect(commands.getSubscriptions()).toHaveLength(1);
});

it.each([{ name: ' ' }, { monthlyNanoUsd: -1 }, { from: 'today' }, { to: '2026-10-31' }])(
  'refuses %j',
  async (changes) => {
    const { commands } = await openTestDatabase();
    expect(() => commands.saveSubscription({ ...max, ...changes }, testNow)).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
  },
);

it('is split among projects by what their usage would have cost', async () => {
  const { commands } = await openTestDatabase();
  const event = (key: string, path: string, outputTokens: number) =>
    sourceEvent({ dedupeKey: `test:${key}`, sessionId: key, path, outputTokens });
  importBatches(commands, 'i', [
    { events: [event('a', '/w/one', 1_000_000), event('b', '/w/two', 20), event('c', '/w/two', 30)] },
  ]);
  commands.saveSubscription(max, testNow);
  const read = createReader((reads) => Promise.resolve(commands.readTogether(reads)), vi.fn());
  const [usage] = await readSubscriptionUsage(read, november);
  const totals = commands.getUsageTotals({ ...november, source: 'test' }, null);
  expect(usage).toMatchObject({ price: 100_000_000_000, costNanoUsd: totals[0]?.costNanoUsd });
  expect(usage?.projects.map(({ share }) => share)).toEqual(
    usage?.projects.map(({ costNanoUsd }) =>
      Math.round((1e11 * costNanoUsd) / (totals[0]?.costNanoUsd ?? 1)),
    ),
  );
  expect(await readSubscriptionUsage(read, { from: '2026-10-01', to: '2026-10-31' })).toEqual([]);
});
