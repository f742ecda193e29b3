import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billedAmount, statementCurrency, type Billing } from '../../../src/lib/model/billing';
import { convert, currencyIn, digitsOf, dollars } from '../../../src/lib/model/display-currency';
import { withTax } from '../../../src/lib/model/statement-details';
import { rounds } from '../../budget';

const euro = {
  code: 'EUR',
  rates: [
    { month: '2026-09', perUsd: 900_000 },
    { month: '2026-11', perUsd: 920_000 },
  ],
};
const at = (perUsd: number) => ({ code: 'EUR', perUsd, since: '2026-09' });

describe('the currency of a month', () => {
  it.each([
    ['2026-08', 900_000],
    ['2026-09', 900_000],
    ['2026-10', 900_000],
    ['2026-11', 920_000],
    ['2027-02', 920_000],
  ])('in %s has the latest rate that had begun, or the first', (month, perUsd) => {
    expect(currencyIn(euro, month).perUsd).toBe(perUsd);
  });

  it('is the dollar if there is no rate; a rate is never guessed', () => {
    expect(currencyIn(null, '2026-11')).toEqual(dollars);
    expect(currencyIn({ code: 'EUR', rates: [] }, '2026-11')).toEqual(dollars);
  });

  it('leaves dollars as they are, to the nano-dollar', () => {
    expect(convert(Number.MAX_SAFE_INTEGER, dollars)).toBe(Number.MAX_SAFE_INTEGER);
    expect(convert(43_604_872_800, at(920_000))).toBe(40_116_482_976);
  });

  it('recognizes currencies without cents', () => {
    expect(['USD', 'EUR', 'JPY', 'KWD'].map(digitsOf)).toEqual([2, 2, 0, 3]);
  });
});

const usage = { totalTokens: 2_500_000, costNanoUsd: 10_000_000_000, unpricedTokens: 7 };
const perMillion: Billing = { kind: 'perMillion', nano: 12_000_000_000, currency: 'EUR' };

describe('what a client pays', () => {
  it('is the cost, in the currency that is shown', () => {
    expect(billedAmount(usage, null, dollars)).toEqual({ nano: 1e10, unpricedTokens: 7, isUnknown: false });
    expect(billedAmount(usage, null, at(900_000)).nano).toBe(9e9);
  });

  it('is the cost and a percentage', () => {
    expect(billedAmount(usage, { kind: 'percent', hundredths: 1_550 }, dollars).nano).toBe(11_550_000_000);
  });

  it('is a price per million tokens in its own currency, which also covers unpriced tokens', () => {
    expect(billedAmount(usage, perMillion, dollars)).toEqual({
      nano: 30_000_000_000,
      unpricedTokens: 0,
      isUnknown: false,
    });
    expect(statementCurrency(perMillion, dollars).code).toBe('EUR');
    expect(statementCurrency({ kind: 'percent', hundredths: 1 }, dollars).code).toBe('USD');
  });

  it('is unknown where nothing has a price, never 0', () => {
    const unpriced = { totalTokens: 7, costNanoUsd: 0, unpricedTokens: 7 };
    expect(billedAmount(unpriced, { kind: 'percent', hundredths: 1_000 }, dollars).isUnknown).toBe(true);
    expect(billedAmount(unpriced, perMillion, dollars).isUnknown).toBe(false);
  });

  it('adds up over the parts, except for a billionth each', () => {
    const part = fc.record({
      totalTokens: fc.nat(1e9),
      costNanoUsd: fc.nat(1e12),
      unpricedTokens: fc.nat(1e6),
    });
    const billings = fc.oneof(
      fc.constant(null),
      fc.record({ kind: fc.constant('percent' as const), hundredths: fc.nat(1_000_000) }),
      fc.record({
        kind: fc.constant('perMillion' as const),
        nano: fc.nat(1e12),
        currency: fc.constant('EUR'),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 20 }),
        billings,
        fc.integer({ min: 1, max: 1e9 }),
        (parts, billing, perUsd) => {
          const sum = (pick: (each: (typeof parts)[number]) => number) =>
            parts.reduce((all, each) => all + pick(each), 0);
          const whole = {
            totalTokens: sum((each) => each.totalTokens),
            costNanoUsd: sum((each) => each.costNanoUsd),
            unpricedTokens: sum((each) => each.unpricedTokens),
          };
          const currency = at(perUsd);
          const billed = billedAmount(whole, billing, currency).nano;
          const added = sum((each) => billedAmount(each, billing, currency).nano);
          // Above 2^53 a number can't hold every billionth.
          const precision = Math.max(1, billed * 2 ** -50);
          expect(Math.abs(billed - added)).toBeLessThanOrEqual((parts.length + 1) * 102 * precision);
        },
      ),
      { numRuns: rounds(50, 2_000) },
    );
  });
});

it('tax is in whole units of a currency without cents', () => {
  expect(withTax(1_234_600_000_000, 1_000, 0)).toEqual({
    net: 1_235_000_000_000,
    tax: 124_000_000_000,
    gross: 1_359_000_000_000,
  });
});
