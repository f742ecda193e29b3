import { formatNumber } from '../../texts/format';
import { t } from '../../texts/texts';
import type { Point } from './points';
import type { Series } from './series';

/**
 * The accessible label of a bar: its day or month, its total and the share of each series. `index` is its position.
 */
export function barLabel(
  { name, isComing }: Point,
  series: readonly Series[],
  index: number,
  total: number,
): string {
  if (total === 0) return isComing ? t.month.dayComing(name) : t.month.dayEmpty(name);
  const parts = series
    .filter(({ values }) => (values[index] ?? 0) > 0)
    .map((each) => `${each.name} ${formatNumber(each.values[index] ?? 0)}`);
  return t.month.dayLabel(name, formatNumber(total), parts.join(', '));
}
