import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../../src/lib/model/months';
import { paidDays, priceOf, shareOut, type Subscription } from '../../../src/lib/model/subscription';
import { rounds } from '../../budget';

const max = (changes: Partial<Subscription> = {}): Subscription => ({
  id: 'max',
  name: 'Claude Max',
  source: 'claude-code',
  monthlyNanoUsd: 200_000_000_000,
  from: '2026-10-15',
  to: null,
  ...changes,
});

describe('a subscription', () => {
  it('costs its full price in a whole month, and a part by paid days in others', () => {
    expect(priceOf(max(), rangeOf('2026-11'))).toBe(200_000_000_000);
    expect(priceOf(max(), rangeOf('2026-10'))).toBe(Math.round((200_000_000_000 * 17) / 31));
    expect(priceOf(max(), rangeOf('2026-09'))).toBe(0);
    expect(priceOf(max(), { from: '2026-10-01', to: '2026-12-31' })).toBe(
      400_000_000_000 + Math.round((200_000_000_000 * 17) / 31),
    );
  });

  it('ends on its last day', () => {
    const ended = max({ to: '2026-11-15' });
    expect(priceOf(ended, rangeOf('2026-11'))).toBe(100_000_000_000);
    expect(paidDays(ended, rangeOf('2026-11'))).toEqual({ from: '2026-11-01', to: '2026-11-15' });
    expect(paidDays(ended, rangeOf('2026-12'))).toBeUndefined();
  });

  it('costs the same, however a range is split into months', () => {
    const months = ['2026-09', '2026-10', '2026-11', '2026-12'];
    const added = months.reduce((sum, month) => sum + priceOf(max(), rangeOf(month)), 0);
    expect(priceOf(max(), { from: '2026-09-01', to: '2026-12-31' })).toBe(added);
  });
});

describe('shares', () => {
  it('are proportional to the weights, and equal without weights', () => {
    expect(shareOut(100, [3, 1])).toEqual([75, 25]);
    expect(shareOut(100, [0, 0])).toEqual([50, 50]);
    expect(shareOut(100, [])).toEqual([]);
    expect(shareOut(100, [1, 1, 1])).toEqual([33, 34, 33]);
  });

  it('add up to the amount, and none is negative', () => {
    fc.assert(
      fc.property(
        fc.nat(1e12),
        fc.array(fc.nat(1e12), { minLength: 1, maxLength: 30 }),
        (amount, weights) => {
          const shares = shareOut(amount, weights);
          expect(shares.reduce((sum, each) => sum + each, 0)).toBe(amount);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: rounds(100, 5_000) },
    );
  });
});
