import type { CsvCell } from '../../model/csv';
import { convert } from '../../model/display-currency';
import type { CostSums } from '../../model/usage-stats';
import { isUnknown, shownCurrency } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { ExportColumn } from './table-export';

interface Costed extends CostSums {
  inexactCount: number;
}

/** Dollars for a file: exact, and null if nothing has a price. */
export function dollarsOf(costs: CostSums): number | null {
  return isUnknown(costs) ? null : costs.costNanoUsd / 1e9;
}

/** The cost in the page's currency and its rate; no columns if that is the dollar. */
export function currencyColumns<Row>(costOf: (row: Row) => number | null): ExportColumn<Row>[] {
  const { code, perUsd } = shownCurrency();
  if (code === 'USD') return [];
  return [
    {
      key: `cost${code[0]}${code.slice(1).toLowerCase()}`,
      head: t.exports.costIn(code),
      value: (row) => {
        const nanoUsd = costOf(row);
        return nanoUsd === null ? null : convert(nanoUsd, shownCurrency()) / 1e9;
      },
    },
    { key: 'rate', head: t.exports.rate(code), value: () => perUsd / 1e6 },
  ];
}

/** The columns of every export of usage sums, besides those of tokens. */
export function costColumns<Row extends Costed>(): ExportColumn<Row>[] {
  return [
    { key: 'costUsd', head: t.exports.cost, value: dollarsOf },
    ...currencyColumns<Row>((row) => (isUnknown(row) ? null : row.costNanoUsd)),
    { key: 'unpricedTokens', head: t.cost.unpriced, value: ({ unpricedTokens }) => unpricedTokens },
    { key: 'inexactEvents', head: t.exports.inexact, value: ({ inexactCount }) => inexactCount },
  ];
}

export const costHeads = (): string[] => costColumns().map(({ head }) => head);

export const costCells = (row: Costed): CsvCell[] => costColumns().map(({ value }) => value(row));
