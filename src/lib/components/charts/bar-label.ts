import type { Measure } from '../../model/measure';
import { formatAmount, withMark } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import type { Point } from './points';
import type { Series } from './series';

/**
 * The accessible label of a bar: its day or month, its total and the share of each series. `index` is its position.
 */
export function barLabel(
  point: Point,
  series: readonly Series[],
  index: number,
  total: number,
  measure: Measure,
): string {
  const { name, isComing, unpriced } = point;
  if (total === 0 && unpriced !== undefined) return t.cost.timeUnpriced(name, unpriced);
  if (total === 0) return isComing ? t.month.dayComing(name) : t.month.dayEmpty(name);
  const parts = series
    .filter(({ values }) => (values[index] ?? 0) > 0)
    .map((each) => `${each.name} ${formatAmount(measure, each.values[index] ?? 0)}`);
  return measure === 'money'
    ? t.cost.timeLabel(name, pointTotal(point, total, measure), parts.join(', '))
    : t.month.dayLabel(name, pointTotal(point, total, measure), parts.join(', '));
}

/** The number of a bar, with what the user should know about it. */
function pointTotal({ isInexact, unpriced }: Point, total: number, measure: Measure): string {
  const text = withMark(formatAmount(measure, total), { inexactCount: isInexact ? 1 : 0 });
  return unpriced === undefined ? text : t.cost.andUnpriced(text, unpriced);
}
