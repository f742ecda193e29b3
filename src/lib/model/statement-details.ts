import type { Billing } from './billing';

/** The texts of a statement; '' if empty. */
export interface StatementDetails {
  /** The sender's name and address, on every statement. */
  ownAddress: string;
  /** The tax that every statement adds, in hundredths of a percent; null adds none. */
  taxRate: number | null;
  /** The client's address, on all statements for this client. */
  clientAddress: string;
  /** What this client pays; null for the cost. */
  billing: Billing | null;
  /** The statement's number, for this client and month only, as the user assigns it. */
  number: string;
}

/** Absent fields aren't changed. */
export type StatementChanges = { [Name in keyof StatementDetails]?: StatementDetails[Name] | undefined };

/**
 * The end of a statement in money. All amounts are billionths of its currency, rounded to whole cents, or to what the
 * currency has, so that the printed numbers add up.
 */
export interface TaxedTotal {
  net: number;
  tax: number;
  gross: number;
}

/**
 * @param nano billionths of the currency
 * @param rate in hundredths of a percent: 1900 is 19 %
 * @param digits the decimals of the currency
 */
export function withTax(nano: number, rate: number, digits = 2): TaxedTotal {
  const nanoPerCent = 10 ** (9 - digits);
  const net = Math.round(nano / nanoPerCent);
  const tax = Math.round((net * rate) / 10_000);
  return { net: net * nanoPerCent, tax: tax * nanoPerCent, gross: (net + tax) * nanoPerCent };
}
