/** The texts of a statement; '' if empty. */
export interface StatementDetails {
  /** The sender's name and address, on every statement. */
  ownAddress: string;
  /** The tax that every statement adds, in hundredths of a percent; null adds none. */
  taxRate: number | null;
  /** The client's address, on all statements for this client. */
  clientAddress: string;
  /** The statement's number, for this client and month only, as the user assigns it. */
  number: string;
}

/** Absent fields aren't changed. */
export type StatementChanges = { [Name in keyof StatementDetails]?: StatementDetails[Name] | undefined };

const nanoPerCent = 10_000_000;

/**
 * The end of a statement in money. All amounts are nano-dollars rounded to whole cents, so that the printed numbers
 * add up.
 */
export interface TaxedTotal {
  net: number;
  tax: number;
  gross: number;
}

/** @param rate in hundredths of a percent: 1900 is 19 % */
export function withTax(costNanoUsd: number, rate: number): TaxedTotal {
  const net = Math.round(costNanoUsd / nanoPerCent);
  const tax = Math.round((net * rate) / 10_000);
  return { net: net * nanoPerCent, tax: tax * nanoPerCent, gross: (net + tax) * nanoPerCent };
}
