import { convert, rateUnits, type ShownCurrency } from './display-currency';
import type { CostSums } from './usage-stats';

/**
 * What a client pays instead of the cost: the cost and a percentage, or a price for every million tokens.
 */
export type Billing =
  | { kind: 'percent'; /** Hundredths of a percent, on top of the cost. */ hundredths: number }
  | {
      kind: 'perMillion';
      /** Billionths of the currency: an integer. */
      nano: number;
      /** ISO 4217. The statement is in this currency, whatever pages show. */
      currency: string;
    };

/** An amount on a statement, in billionths of its currency. */
export interface BilledAmount {
  nano: number;
  /** Tokens that the amount doesn't include, because their cost is unknown. */
  unpricedTokens: number;
  /** Whether no part of the amount is known. */
  isUnknown: boolean;
}

export const maxMarkup = 1_000_000;

/** Rounded once to a billionth. A price per million tokens also covers tokens whose cost is unknown. */
export function billedAmount(
  { totalTokens, costNanoUsd, unpricedTokens }: CostSums & { totalTokens: number },
  billing: Billing | null,
  currency: ShownCurrency,
): BilledAmount {
  if (billing?.kind === 'perMillion')
    return { nano: Math.round((totalTokens * billing.nano) / 1e6), unpricedTokens: 0, isUnknown: false };
  const cost = convert(costNanoUsd, currency);
  const nano = billing === null ? cost : Math.round((cost * (10_000 + billing.hundredths)) / 10_000);
  return { nano, unpricedTokens, isUnknown: costNanoUsd === 0 && unpricedTokens > 0 };
}

/** The currency of a client's statement if pages show `shown`. */
export function statementCurrency(billing: Billing | null, shown: ShownCurrency): ShownCurrency {
  if (billing?.kind !== 'perMillion') return shown;
  // Without a rate: nothing is converted.
  return { code: billing.currency, perUsd: rateUnits, since: null };
}
