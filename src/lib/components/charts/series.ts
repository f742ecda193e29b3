import type { CostByKind } from '../../model/cost-by-kind';
import type { TimelineUsage } from '../../model/usage-stats';
import type { TokenTotals } from '../../model/tokens';

/** One colour of a stacked chart. `values` has one number per point of the axis. */
export interface Series {
  key: string;
  name: string;
  /** The CSS custom property that holds the colour. */
  colour: string;
  values: readonly number[];
  /** The points whose usage has no price at all: their value is unknown, not 0. */
  unknownAt?: ReadonlySet<number>;
}

export interface SeriesInput {
  key: string;
  name: string;
  /** A day or month on the axis. */
  time: string;
  amount: number;
  isUnknown?: boolean;
}

/**
 * Makes one series of each of the `limit` largest keys, largest first, and one of the rest. All of the input is in
 * exactly one series, so the bars add up to the total. Rows outside `times` are ignored.
 */
export function largestSeries(
  rows: readonly SeriesInput[],
  times: readonly string[],
  limit: number,
  otherName: string,
): Series[] {
  const place = new Map(times.map((time, index) => [time, index]));
  const byKey = new Map<string, ReturnType<typeof newEntry>>();
  for (const row of rows) {
    const index = place.get(row.time);
    if (index === undefined) continue;
    const entry = byKey.get(row.key) ?? newEntry(row.name, times.length);
    if (row.isUnknown === true) entry.unknownAt.add(index);
    entry.values[index] = (entry.values[index] ?? 0) + row.amount;
    entry.total += row.amount;
    byKey.set(row.key, entry);
  }
  // Usage without a price has no bar and no entry in the legend.
  const sorted = [...byKey]
    .filter(([, { total }]) => total > 0)
    .sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1));
  const series = sorted.slice(0, limit).map(([key, { name, values, unknownAt }], index) => ({
    ...{ key, name, values, unknownAt },
    colour: `var(--series-${index + 1})`,
  }));
  const rest = sorted.slice(limit);
  if (rest.length === 0) return series;
  const values = times.map((_, place) =>
    rest.reduce((sum, [, entry]) => sum + (entry.values[place] ?? 0), 0),
  );
  const unknownAt = new Set(
    [...times.keys()].filter(
      (place) => values[place] === 0 && rest.some(([, entry]) => entry.unknownAt.has(place)),
    ),
  );
  return [...series, { key: 'other', name: otherName, colour: 'var(--series-other)', values, unknownAt }];
}

const newEntry = (name: string, points: number) => ({
  name,
  total: 0,
  values: Array.from({ length: points }, () => 0),
  unknownAt: new Set<number>(),
});

export type TokenKind = 'input' | 'cacheRead' | 'cacheWrite' | 'output';

interface TokenKindParts {
  kind: TokenKind;
  colour: string;
  of: (tokens: TokenTotals) => number;
  costOf: (costs: CostByKind) => number;
}

export const tokenKinds: readonly TokenKindParts[] = [
  {
    kind: 'cacheRead',
    colour: 'var(--series-1)',
    of: (tokens) => tokens.cacheReadTokens,
    costOf: (costs) => costs.cacheRead,
  },
  {
    kind: 'cacheWrite',
    colour: 'var(--series-4)',
    of: (tokens) => tokens.cacheWrite5mTokens + tokens.cacheWrite1hTokens,
    costOf: (costs) => costs.cacheWrite5m + costs.cacheWrite1h,
  },
  {
    kind: 'input',
    colour: 'var(--series-3)',
    of: (tokens) => tokens.inputTokens,
    costOf: (costs) => costs.input,
  },
  {
    kind: 'output',
    colour: 'var(--series-2)',
    of: (tokens) => tokens.outputTokens,
    costOf: (costs) => costs.output,
  },
];

/** One series per token kind, always in the same order and colours, even if one is zero. */
export function kindSeries(
  rows: readonly TimelineUsage[],
  times: readonly string[],
  names: Record<TokenKind, string>,
): Series[] {
  const place = new Map(times.map((time, index) => [time, index]));
  return tokenKinds.map(({ kind, colour, of }) => {
    const values = times.map(() => 0);
    for (const row of rows) {
      const index = place.get(row.time);
      if (index !== undefined) values[index] = (values[index] ?? 0) + of(row);
    }
    return { key: kind, name: names[kind], colour, values };
  });
}

export function pointTotals(series: readonly Series[], points: number): number[] {
  return Array.from({ length: points }, (_, point) =>
    series.reduce((sum, each) => sum + (each.values[point] ?? 0), 0),
  );
}
