import { describe, expect, it } from 'vitest';
import { amp } from '../../../src/lib/sources/amp';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('Amp', () => {
  it('counts the ledger, with cache counts from the answer’s message; credits are not a cost', async () => {
    const { events, problems } = await readSource(amp, [fixture('amp/thread.json')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 150, cacheReadTokens: 400, cacheWrite5mTokens: 30, outputTokens: 20 },
      { inputTokens: 30, cacheReadTokens: 0, occurredAt: 1_777_881_600_000, path: '/home/ada/engine' },
    ]);
    for (const event of events) expect(event).not.toHaveProperty('recordedCostNanoUsd');
  });
});
