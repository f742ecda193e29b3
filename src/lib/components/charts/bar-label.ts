import { formatNumber } from '../../texts/format';
import { t } from '../../texts/texts';
import type { Point } from './points';
import type { Series } from './series';

/** What a bar says to who does not see it: its day or month, its total and each colour's part. `index` is its place. */
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
