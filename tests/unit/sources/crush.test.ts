import { describe, expect, it } from 'vitest';
import { countsOf, readFixture } from './read-fixture';

describe('Crush', () => {
  it('counts the cost of a session with its children, and reports that its tokens are unknown', async () => {
    const { events, problems } = await readFixture('crush/crush.db', 'home/ada/engine/.crush/crush.db');
    expect(events).toMatchObject([
      {
        countQuality: 'cost-only',
        recordedCostNanoUsd: 350_000_000,
        path: 'home/ada/engine',
        model: 'gpt-5',
      },
    ]);
    expect(countsOf(events)).toEqual([[0, 0, 0, 0, 0]]);
    expect(problems).toHaveLength(1);
  });
});
