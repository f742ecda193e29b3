import type { CsvCell } from '../../model/csv';
import type { CostSums } from '../../model/usage-stats';
import { isUnknown } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { ExportColumn } from './table-export';

interface Costed extends CostSums {
  /** Left out where it is not known. */
  inexactCount?: number;
}

/** Dollars as a file holds them: exact, and nothing where nothing has a price. */
export function dollarsOf(costs: CostSums): number | null {
  return isUnknown(costs) ? null : costs.costNanoUsd / 1e9;
}

/** What every file says of sums of usage beside their tokens. */
export function costColumns<Row extends Costed>(): ExportColumn<Row>[] {
  return [
    { key: 'costUsd', head: t.exports.cost, value: dollarsOf },
    { key: 'unpricedTokens', head: t.cost.unpriced, value: ({ unpricedTokens }) => unpricedTokens },
    { key: 'inexactEvents', head: t.exports.inexact, value: ({ inexactCount }) => inexactCount ?? null },
  ];
}

export const costHeads = (): string[] => costColumns().map(({ head }) => head);

export const costCells = (row: Costed): CsvCell[] => costColumns().map(({ value }) => value(row));
