import type { CsvCell } from '../../model/csv';
import { amountOf, type Measure } from '../../model/measure';
import type { TimelineUsage } from '../../model/usage-stats';
import type { Sort } from '../../state/view/list-sort';
import type { Panels } from '../../state/view/read-exports';
import type { TableColumn } from '../../state/view/view-address';
import type { ViewUsage } from '../../state/view/view-usage';
import { formatDates } from '../../texts/format';
import { isUnknown, shownCurrency } from '../../texts/format-cost';
import { t } from '../../texts/texts';
import { tokenKinds } from '../charts/series';
import { chartSeries } from '../usage/chart-series';
import type { Column } from '../lists/column';
import { costColumns, dollarsOf } from '../lists/usage-columns';
import { costsBefore, groupRows, hasClientColumn, type GroupRow } from '../usage/group-rows';
import { tableOf } from './table-export';
import { boundColumns, boundsOf } from './time-bounds';

/** The table of the page with its header, in the order on screen. */
export function tableCells(usage: ViewUsage, sort: Sort<TableColumn>, measure: Measure): CsvCell[][] {
  const { tableBy: by, compared, stats } = usage;
  const whole = Math.max(1, amountOf(measure, stats));
  const when = (isThere: boolean, ...columns: Column<GroupRow>[]) => (isThere ? columns : []);
  const before = compared === undefined ? '' : formatDates(compared.from, compared.to);
  return tableOf<GroupRow>(
    [
      { key: 'name', head: t.month.groupings[by], value: ({ name }) => name },
      ...when(hasClientColumn(usage), {
        key: 'client',
        head: t.month.client,
        value: ({ clientName }) => clientName,
      }),
      { key: 'tokens', head: t.month.tokens, value: ({ totalTokens }) => totalTokens },
      ...costColumns<GroupRow>((row) => row),
      { key: 'promptTokens', head: t.exports.prompt, value: ({ promptTokens }) => promptTokens },
      { key: 'completionTokens', head: t.exports.completion, value: (row) => row.completionTokens },
      { key: 'events', head: t.month.events, value: ({ eventCount }) => eventCount },
      { key: 'share', head: t.exports.share, value: (row) => rounded(amountOf(measure, row) / whole) },
      ...when(
        compared !== undefined,
        { key: 'tokensBefore', head: t.exports.tokensBefore(before), value: (row) => row.tokensBefore },
        {
          key: 'costBefore',
          head: t.exports.costBefore(before),
          value: (row) => dollarsOf(costsBefore(row)),
        },
        { key: 'unpricedBefore', head: t.exports.unpricedBefore(before), value: (row) => row.unpricedBefore },
      ),
      ...when(by === 'project', {
        key: 'lastActivity',
        head: t.month.lastActivity,
        value: ({ lastActivity }) => lastActivity,
      }),
    ],
    groupRows(usage, sort, measure),
  );
}

/**
 * The bars of the page with a header: civil days or months, when they begin and end in UTC, tokens or dollars by
 * series, and the sums of both.
 */
export function timeCells(usage: ViewUsage, timeZone: string, measure: Measure): CsvCell[][] {
  const isMoney = measure === 'money';
  const series = chartSeries(usage, measure).map(
    ({ key, name, values, unknownAt }): Column<TimelineUsage> => ({
      key,
      head: isMoney ? t.exports.inUsd(name) : name,
      value: ({ time }) => {
        const point = usage.times.indexOf(time);
        return unknownAt?.has(point) === true ? null : (values[point] ?? 0) / (isMoney ? 1e9 : 1);
      },
    }),
  );
  return tableOf<TimelineUsage>(
    [
      {
        key: 'time',
        head: usage.step === 'day' ? t.month.day : t.month.monthColumn,
        value: ({ time }) => time,
      },
      ...boundColumns(timeZone),
      ...series,
      {
        key: 'tokens',
        // Next to amounts, "Total" would be read as theirs.
        head: isMoney ? t.month.tokens : t.month.total,
        value: ({ totalTokens }) => totalTokens,
      },
      ...costColumns<TimelineUsage>((sums) => sums),
    ],
    usage.timeline,
  );
}

/**
 * Tokens and costs by kind, with a header. A cost that can't be divided has a row without tokens. Each row has the
 * number of events that make all of them inexact: how they divide their tokens by kind isn't known.
 */
export function kindCells({ stats, costByKind }: ViewUsage): CsvCell[][] {
  const isPriced = !isUnknown(stats);
  const kinds = tokenKinds.map(({ kind, of, costOf }) => [
    t.month[kind],
    of(stats),
    isPriced ? costOf(costByKind) / 1e9 : null,
    stats.inexactCount,
  ]);
  const { undivided } = costByKind;
  return [
    [t.month.groupings.kind, t.month.tokens, t.exports.cost, t.exports.inexact],
    ...kinds,
    ...(undivided === 0 ? [] : [[t.cost.undivided, null, undivided / 1e9, stats.inexactCount]]),
  ];
}

/** The same as a single JSON text, with the view that it shows. */
export function viewJson(
  usage: ViewUsage,
  { days, ...week }: Panels,
  sort: Sort<TableColumn>,
  measure: Measure,
  timeZone: string,
  madeAt: number,
): string {
  const { view, stats, compared, times, timeline } = usage;
  const series = chartSeries(usage, measure);
  const content = {
    madeBy: 'Tokentab',
    madeAt: new Date(madeAt).toISOString(),
    timeZone,
    period: { from: view.period.from, to: view.period.to },
    comparedWith: compared ?? null,
    groupedBy: view.by,
    filters: view.filters,
    rowsAre: usage.tableBy,
    sortedBy: sort,
    shownIn: measure,
    currency: shownCurrency(),
    totals: { ...stats, costNanoUsdByKind: usage.costByKind },
    rows: groupRows(usage, sort, measure).map(
      ({ tokensBefore, costBefore, unpricedBefore, lastActivity, ...row }) => ({
        ...row,
        ...(compared && {
          ...{ tokensBefore, costNanoUsdBefore: costBefore, unpricedTokensBefore: unpricedBefore },
        }),
        ...(usage.tableBy === 'project' && { lastActivity }),
      }),
    ),
    times: timeline.map((sums) => {
      const point = times.indexOf(sums.time);
      const parts = series.map(({ name, values, unknownAt }) => ({
        name,
        amount: unknownAt?.has(point) === true ? null : (values[point] ?? 0),
      }));
      return {
        time: sums.time,
        ...boundsOf(sums.time, timeZone),
        ...sumsOf(sums),
        ...partsIn(measure, parts),
      };
    }),
    daysOfYear: days.map((day) => ({ time: day.time, ...boundsOf(day.time, timeZone), ...sumsOf(day) })),
    // Weekdays count from 0, which is Monday.
    hoursOfWeek: week.hours,
    tokensWithoutHour: week.tokensWithoutHour,
    costNanoUsdWithoutHour: week.costNanoUsdWithoutHour,
    unpricedTokensWithoutHour: week.unpricedTokensWithoutHour,
    inexactCountWithoutHour: week.inexactCountWithoutHour,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Costs are in nano-dollars and don't include the tokens without a price. */
function sumsOf({ totalTokens, costNanoUsd, unpricedTokens, inexactCount }: TimelineUsage) {
  return { totalTokens, costNanoUsd, unpricedTokens, inexactCount };
}

/** The series of a bar, in the shown measure; null if nothing has a price. */
function partsIn(measure: Measure, parts: readonly { name: string; amount: number | null }[]) {
  return measure === 'money'
    ? { costs: parts.map(({ name, amount }) => ({ name, costNanoUsd: amount })) }
    : { tokens: parts.map(({ name, amount }) => ({ name, tokens: amount })) };
}

/** The file's name without an extension; it describes the content. */
export function exportName({ view }: ViewUsage, what: string): string {
  return `tokentab-${view.period.from}-${view.period.to}-${what}`;
}

/** Rounds a share of 1 to a hundredth of a percent. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
