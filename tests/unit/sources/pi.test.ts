import { describe, expect, it } from 'vitest';
import { pi } from '../../../src/lib/sources/pi';
import { readSource } from './read-source';
import { fixture } from './support/fixtures';

describe('pi', () => {
  it('subtracts the cache reads from the input of Google’s models, and ignores their cost', async () => {
    const { events, problems } = await readSource(pi, [fixture('pi/session.jsonl')]);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { inputTokens: 10, cacheReadTokens: 300, cacheWrite5mTokens: 40, recordedCostNanoUsd: 12_500_000 },
      { inputTokens: 100, cacheReadTokens: 400, outputTokens: 50, path: '/home/ada/engine' },
      { inputTokens: 100 },
    ]);
    expect(events[1]).not.toHaveProperty('recordedCostNanoUsd');
  });

  it('gives a copied line the same key', async () => {
    const { events } = await readSource(pi, [fixture('pi/session.jsonl')]);
    expect(events[2]?.dedupeKey).toBe(events[1]?.dedupeKey);
  });
});
