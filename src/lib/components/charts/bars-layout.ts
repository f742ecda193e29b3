import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { pointTotals, type Series } from './series';

/** One colour of one bar, in pixels from the top. */
interface Segment {
  key: string;
  colour: string;
  y: number;
  height: number;
}

/**
 * The layout of a stacked chart. Horizontal positions are percentages, so it is drawn once for any width; vertical
 * ones are pixels.
 */
export interface BarsLayout {
  x: ScaleBand<number>;
  y: ScaleLinear<number, number>;
  /** The vertical limits of the bars. */
  top: number;
  bottom: number;
  totals: readonly number[];
  middle: (point: number) => number;
  /** The segments of a bar, from the bottom up. Series with no value in it are omitted. */
  segments: (point: number) => Segment[];
}

const margin = { top: 16, bottom: 22 };

/**
 * Lays out `count` bars in a chart of this height, stacked in the order of the series.
 * @param perStored converts values of the series to displayed units, so that the axis ends at a round number
 */
export function barsLayout(
  series: readonly Series[],
  count: number,
  height: number,
  perStored = 1,
): BarsLayout {
  const points = [...Array(count).keys()];
  const totals = pointTotals(series, count);
  const [top, bottom] = [margin.top, height - margin.bottom];
  const x = scaleBand<number>(points, [0, 100]).paddingInner(0.22);
  const shown = scaleLinear([0, Math.max(1, ...totals) * perStored], [bottom, top]).nice(4);
  const y = shown.copy().domain(shown.domain().map((each) => each / perStored));
  const stacked = stack<unknown, number, number>()
    .keys(series.keys())
    .value((point, key) => series[key]?.values[point] ?? 0)(points);
  return {
    ...{ x, y, top, bottom, totals },
    middle: (point) => (x(point) ?? 0) + x.bandwidth() / 2,
    segments: (point) =>
      series.flatMap(({ key, colour }, index) => {
        const [low, high] = stacked[index]?.[point] ?? [0, 0];
        if (high <= low) return [];
        const full = y(low) - y(high);
        // Leave a thin gap below the next segment if this one is tall enough.
        const gap = index < series.length - 1 && full > 3 ? 0.75 : 0;
        return [{ key, colour, y: y(high), height: Math.max(0.5, full - gap) }];
      }),
  };
}
