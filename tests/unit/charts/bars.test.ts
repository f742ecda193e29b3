import { expect, it } from 'vitest';
import { barLabel } from '../../../src/lib/components/charts/bar-label';
import { barsLayout } from '../../../src/lib/components/charts/bars-layout';
import { pointsOf } from '../../../src/lib/components/charts/points';
import type { Series } from '../../../src/lib/components/charts/series';

const series: Series[] = [
  { key: 'a', name: 'Alpha', colour: 'red', values: [30, 0, 0, 0] },
  { key: 'b', name: 'Beta', colour: 'blue', values: [10, 5, 0, 0] },
];
const days = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];

it('segments are stacked and together as high as their bar', () => {
  const { segments, y, bottom, totals } = barsLayout(series, 4, 220);
  expect(totals).toEqual([40, 5, 0, 0]);
  const [low, high] = segments(0);
  expect([low?.key, high?.key]).toEqual(['a', 'b']);
  expect(high?.y).toBe(y(40));
  expect(low?.y).toBe(y(30));
  // Except for the gap below the next colour.
  expect((low?.y ?? 0) + (low?.height ?? 0) + 0.75).toBeCloseTo(bottom);
  expect((high?.y ?? 0) + (high?.height ?? 0)).toBeCloseTo(low?.y ?? 0);
});

it('zero is not drawn, but the smallest value is', () => {
  expect(
    barsLayout(series, 4, 220)
      .segments(1)
      .map(({ key }) => key),
  ).toEqual(['b']);
  expect(barsLayout(series, 4, 220).segments(2)).toEqual([]);
  const tiny: Series = { key: 'c', name: 'Tiny', colour: 'green', values: [1_000_000, 1] };
  expect(barsLayout([tiny], 2, 220).segments(1)[0]?.height).toBe(0.5);
});

it('a bar’s label has its parts; a day without usage is not a future one', () => {
  const labels = (step: 'day' | 'month', times: string[]) =>
    pointsOf(times, step, '2026-11-27').map((point, index) =>
      barLabel(point, series, index, barsLayout(series, 4, 220).totals[index] ?? 0, 'tokens'),
    );
  expect(labels('day', days)).toEqual([
    'Thu, Nov 26: 40 tokens. Alpha 30, Beta 10',
    'Fri, Nov 27, so far: 5 tokens. Beta 5',
    'Sat, Nov 28: in the future',
    'Sun, Nov 29: in the future',
  ]);
  expect(labels('month', ['2026-09', '2026-10', '2026-11', '2026-12']).slice(2)).toEqual([
    'November 2026, so far: no usage',
    'December 2026: in the future',
  ]);
});

it('a bar in money shows unpriced tokens, even if nothing has a price', () => {
  const timeline = [
    { time: '2026-11-26', inexactCount: 1, unpricedTokens: 1_200_000 },
    { time: '2026-11-27', inexactCount: 0, unpricedTokens: 0 },
    { time: '2026-11-28', inexactCount: 0, unpricedTokens: 7 },
  ];
  const costs: Series[] = [
    { key: 'a', name: 'Alpha', colour: 'red', values: [30_000_000_000, 10_000_000, 0, 0] },
  ];
  const labels = pointsOf(days, 'day', '2026-11-30', timeline, 'money').map((point, index) =>
    barLabel(point, costs, index, costs[0]?.values[index] ?? 0, 'money'),
  );
  expect(labels).toEqual([
    'Thu, Nov 26: ≈\u00a0$30.00 + 1.2M tokens without a price. Alpha $30.00',
    'Fri, Nov 27: $0.01. Alpha $0.01',
    'Sat, Nov 28: 7 tokens without a price',
    'Sun, Nov 29: no usage',
  ]);
  // All tokens are counted, with or without a price.
  expect(pointsOf(days, 'day', '2026-11-30', timeline, 'tokens')[0]?.unpriced).toBeUndefined();
});
