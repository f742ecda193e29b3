import { describe, expect, it } from 'vitest';
import { countsOf, readFixture } from './read-fixture';

describe('Aider’s history', () => {
  it('marks all counts as rounded, keeps the printed date, and uses the cost of a message', async () => {
    const { events } = await readFixture('aider-history/history.txt', 'ada/engine/.aider.chat.history.md');
    expect(countsOf(events)).toEqual([
      [1200, 0, 1100, 450, 0],
      [7000, 5000, 0, 300, 0],
      [3000, 4000, 2000, 100, 0],
      [10_466, 0, 0, 637, 0],
      [800, 0, 0, 12, 0],
    ]);
    expect(events).toMatchObject([
      { countQuality: 'rounded', granularity: 'day', path: 'ada/engine', recordedCostNanoUsd: 20_000_000 },
      { countQuality: 'rounded', model: 'anthropic/claude-sonnet-4-5' },
      // Where the cache was both read and written, the cost is on a line of its own.
      { recordedCostNanoUsd: 40_000_000 },
      { model: 'gpt-4', occurredAt: Date.UTC(2024, 7, 6), recordedCostNanoUsd: 40_000_000 },
      {},
    ]);
    // Exact counts still have a cost that is rounded to cents.
    expect(events.every(({ countQuality }) => countQuality === 'rounded')).toBe(true);
  });
});
