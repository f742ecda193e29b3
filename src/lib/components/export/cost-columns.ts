import type { CsvCell } from '../../model/csv';
import type { CostSums } from '../../model/usage-stats';
import { isUnknown } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { ExportColumn } from './table-export';

interface Costed extends CostSums {
  /** Absent if unknown. */
  inexactCount?: number;
}

/** Dollars for a file: exact, and null if nothing has a price. */
export function dollarsOf(costs: CostSums): number | null {
  return isUnknown(costs) ? null : costs.costNanoUsd / 1e9;
}

/** The columns of every export of usage sums, besides those of tokens. */
export function costColumns<Row extends Costed>(): ExportColumn<Row>[] {
  return [
    { key: 'costUsd', head: t.exports.cost, value: dollarsOf },
    { key: 'unpricedTokens', head: t.cost.unpriced, value: ({ unpricedTokens }) => unpricedTokens },
    { key: 'inexactEvents', head: t.exports.inexact, value: ({ inexactCount }) => inexactCount ?? null },
  ];
}

export const costHeads = (): string[] => costColumns().map(({ head }) => head);

export const costCells = (row: Costed): CsvCell[] => costColumns().map(({ value }) => value(row));
