import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { pointTotals, type Series } from './series';

/** One colour of one bar, in pixels from above. */
interface Segment {
  key: string;
  colour: string;
  y: number;
  height: number;
}

/** Where everything of a stacked chart lies: across in percent, so that it is drawn once, at any width; down in pixels. */
export interface BarsLayout {
  x: ScaleBand<number>;
  y: ScaleLinear<number, number>;
  /** Where the bars may be. */
  top: number;
  bottom: number;
  totals: readonly number[];
  middle: (point: number) => number;
  /** Of the bar, from below. Colours of which it has nothing are left out. */
  segments: (point: number) => Segment[];
}

const margin = { top: 16, bottom: 22 };

/** `count` bars in a chart of this height, stacked in the order of the series. */
export function barsLayout(series: readonly Series[], count: number, height: number): BarsLayout {
  const points = [...Array(count).keys()];
  const totals = pointTotals(series, count);
  const [top, bottom] = [margin.top, height - margin.bottom];
  const x = scaleBand<number>(points, [0, 100]).paddingInner(0.22);
  const y = scaleLinear([0, Math.max(1, ...totals)], [bottom, top]).nice(4);
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
        // A thin gap below the next colour, where there is room for one.
        const gap = index < series.length - 1 && full > 3 ? 0.75 : 0;
        return [{ key, colour, y: y(high), height: Math.max(0.5, full - gap) }];
      }),
  };
}
