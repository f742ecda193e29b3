import { afterEach, describe, expect, it } from 'vitest';
import { texts as de } from '../../../src/lib/texts/de';
import { texts as en } from '../../../src/lib/texts/en';
import { dollars } from '../../../src/lib/model/display-currency';
import {
  formatCost,
  formatDollars,
  formatKnownCost,
  formatPriced,
  formatRate,
  shownCurrency,
  useCurrency,
  withMark,
} from '../../../src/lib/texts/format-cost';
import { useTexts } from '../../../src/lib/texts/texts';

afterEach(() => useTexts(en, 'en'));

describe('a cost', () => {
  it.each([
    [0, '$0.00'],
    [43_604_872_800, '$43.60'],
    [1_234_567_890_000_000, '$1,234,567.89'],
    [10_000_000, '$0.01'],
    [4_200_000, '$0.0042'],
    [1, '$0.000000001'],
    [-4_200_000, '-$0.0042'],
  ])('of %i nano-dollars reads %s', (cost, text) => {
    expect(formatCost(cost)).toBe(text);
  });

  it('is marked if a count is inexact, unless there is no amount', () => {
    const sums = { costNanoUsd: 0, unpricedTokens: 7, inexactCount: 1 };
    expect(withMark('$1.00', sums)).toBe('≈\u00a0$1.00');
    expect(withMark('$1.00', { inexactCount: 0 })).toBe('$1.00');
    expect(withMark(formatPriced(sums), sums)).toBe('–');
  });

  it('reports what has no price, and shows no amount if nothing has one', () => {
    expect(formatKnownCost({ costNanoUsd: 43_604_872_800, unpricedTokens: 1_200_000 })).toBe(
      '$43.60 + 1.2M tokens without a price',
    );
    expect(formatKnownCost({ costNanoUsd: 0, unpricedTokens: 1 })).toBe('1 token without a price');
    expect(formatKnownCost({ costNanoUsd: 0, unpricedTokens: 0 })).toBe('$0.00');
  });

  it('is formatted as in German', () => {
    useTexts(de, 'de-DE');
    expect(formatCost(43_604_872_800)).toBe('43,60\u00a0$');
  });
});

describe('in another currency', () => {
  afterEach(() => useCurrency(() => dollars));

  it('a cost is converted at the rate of the page, and a list price is not', () => {
    useCurrency(() => ({ code: 'EUR', perUsd: 920_000, since: '2026-11' }));
    expect(formatCost(43_604_872_800)).toBe('€40.12');
    expect(formatCost(4_200_000)).toBe('€0.0039');
    expect(formatDollars(3_000_000_000)).toBe('$3.00');
    expect(formatRate(shownCurrency())).toBe('$1.00 = €0.92');
    useTexts(de, 'de-DE');
    expect(formatCost(43_604_872_800)).toBe('40,12\u00a0€');
  });

  it('amounts below its smallest coin are readable', () => {
    useCurrency(() => ({ code: 'JPY', perUsd: 150_000_000, since: '2026-11' }));
    expect(formatCost(43_604_872_800)).toBe('¥6,541');
    expect(formatCost(4_200_000)).toBe('¥0.63');
  });
});
