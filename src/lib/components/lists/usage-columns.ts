import { convert } from '../../model/display-currency';
import type { Measure } from '../../model/measure';
import type { CostSums, UsageSums } from '../../model/usage-stats';
import { formatCompact, formatNumber } from '../../texts/format';
import { formatPriced, isUnknown, shownCurrency, withMark } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { Column } from './column';

export interface Costed extends CostSums {
  inexactCount: number;
}

/** Dollars for a file: exact, and null if nothing has a price. */
export function dollarsOf(costs: CostSums): number | null {
  return isUnknown(costs) ? null : costs.costNanoUsd / 1e9;
}

/** The cost in the page's currency and its rate, for files; no columns if that is the dollar. */
export function currencyColumns<Row>(costOf: (row: Row) => number | null): Column<Row>[] {
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

/** What decides which cost columns a table shows. */
interface Shown {
  measure: Measure;
  hasUnpriced: boolean;
}

/** The cost columns of usage sums. Files always have all of them. Without `shown` they are only in files. */
export function costColumns<Row>(costsOf: (row: Row) => Costed, shown?: Shown): Column<Row>[] {
  const isMoney = shown?.measure === 'money';
  return [
    {
      key: 'costUsd',
      head: t.cost.cost,
      fileHead: t.exports.cost,
      isNumber: true,
      ...(isMoney && { text: (row: Row) => withMark(formatPriced(costsOf(row)), costsOf(row)) }),
      value: (row) => dollarsOf(costsOf(row)),
    },
    ...currencyColumns<Row>((row) => (isUnknown(costsOf(row)) ? null : costsOf(row).costNanoUsd)),
    {
      key: 'unpricedTokens',
      head: t.cost.unpricedShort,
      fileHead: t.cost.unpriced,
      isNumber: true,
      class: 'muted',
      ...(isMoney && shown.hasUnpriced && { text: (row: Row) => tokensText(costsOf(row).unpricedTokens) }),
      value: (row) => costsOf(row).unpricedTokens,
    },
    { key: 'inexactEvents', head: t.exports.inexact, value: (row) => costsOf(row).inexactCount },
  ];
}

const tokensText = (tokens: number) => (tokens === 0 ? '' : formatCompact(tokens));

/** The columns of every table of usage sums. On screen, costs come before tokens; in files, after them. */
export function usageColumns<Row>(
  sumsOf: (row: Row) => UsageSums,
  shown?: Shown,
): { costs: Column<Row>[]; tokens: Column<Row>; events: Column<Row> } {
  return {
    costs: costColumns(sumsOf, shown),
    tokens: {
      key: 'tokens',
      head: t.month.tokens,
      isNumber: true,
      isWideOnly: shown?.measure === 'money',
      text: (row) => withMark(formatNumber(sumsOf(row).totalTokens), sumsOf(row)),
      value: (row) => sumsOf(row).totalTokens,
    },
    events: {
      key: 'events',
      head: t.month.eventsShort,
      fileHead: t.month.events,
      isNumber: true,
      text: (row) => formatNumber(sumsOf(row).eventCount),
      value: (row) => sumsOf(row).eventCount,
    },
  };
}
