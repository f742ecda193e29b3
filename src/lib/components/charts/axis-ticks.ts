import type { Measure } from '../../model/measure';
import { formatCompactAmount, shownPerStored } from '../../texts/format-cost';
import type { BarsLayout } from './bars-layout';

/** A value on the vertical axis, in stored units, and its text. */
export interface AxisTick {
  value: number;
  label: string;
}

/** Values that are round when displayed. Where nothing has a price, an axis in money has no scale, only its zero. */
export function axisTicks({ y, totals }: Pick<BarsLayout, 'y' | 'totals'>, measure: Measure): AxisTick[] {
  const perStored = shownPerStored(measure);
  const hasScale = measure === 'tokens' || totals.some((total) => total > 0);
  return y
    .copy()
    .domain(y.domain().map((each) => each * perStored))
    .ticks(4)
    .filter((tick) => Number.isInteger(tick) && (hasScale || tick === 0))
    .map((tick) => ({ value: tick / perStored, label: formatCompactAmount(measure, tick / perStored) }));
}

/** The room for the labels to the left of the bars, in pixels. Amounts below a cent are long. */
export function roomFor(ticks: readonly AxisTick[]): number {
  return Math.max(44, Math.ceil(8 + 6.5 * Math.max(...ticks.map(({ label }) => label.length))));
}
