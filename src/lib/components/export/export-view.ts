import type { CsvCell } from '../../model/csv';
import type { Sort } from '../../state/view/list-sort';
import type { TableColumn } from '../../state/view/view-address';
import type { ViewUsage } from '../../state/view/view-usage';
import { formatDates } from '../../texts/format';
import { t } from '../../texts/texts';
import { pointTotals } from '../charts/series';
import { chartSeries } from '../month/chart-series';
import { groupRows, hasClientColumn } from '../month/group-rows';
import type { Panels } from './export-panels';
import { boundsOf } from './time-bounds';

/** The table of the page with its header, in the order on screen. */
export function tableCells(usage: ViewUsage, sort: Sort<TableColumn>): CsvCell[][] {
  const by = usage.tableBy;
  const hasClients = hasClientColumn(usage);
  const { compared } = usage;
  const head = [
    t.month.groupings[by],
    ...(hasClients ? [t.month.client] : []),
    t.month.tokens,
    t.exports.prompt,
    t.exports.completion,
    t.month.events,
    t.exports.share,
    ...(compared === undefined ? [] : [t.exports.tokensBefore(formatDates(compared.from, compared.to))]),
    ...(by === 'project' ? [t.month.lastActivity] : []),
  ];
  const rows = groupRows(usage, sort).map((row) => [
    row.name,
    ...(hasClients ? [row.clientName] : []),
    row.totalTokens,
    row.promptTokens,
    row.completionTokens,
    row.eventCount,
    rounded(row.totalTokens / Math.max(1, usage.stats.totalTokens)),
    ...(compared === undefined ? [] : [row.before]),
    ...(by === 'project' ? [row.lastActivity] : []),
  ]);
  return [head, ...rows];
}

/**
 * The bars of the page with a header: civil days or months, when they begin and end in UTC, tokens by series, and
 * their sum.
 */
export function timeCells(usage: ViewUsage, timeZone: string): CsvCell[][] {
  const series = chartSeries(usage);
  const totals = pointTotals(series, usage.times.length);
  const head = [
    usage.step === 'day' ? t.month.day : t.month.monthColumn,
    t.exports.begins,
    t.exports.ends,
    ...series.map(({ name }) => name),
    t.month.total,
  ];
  const rows = usage.times.flatMap((time, point) => {
    const total = totals[point] ?? 0;
    if (total === 0) return [];
    const { begins, ends } = boundsOf(time, timeZone);
    return [[time, begins, ends, ...series.map(({ values }) => values[point] ?? 0), total]];
  });
  return [head, ...rows];
}

/** The same as a single JSON text, with the view that it is an excerpt of. */
export function viewJson(
  usage: ViewUsage,
  { days, hours, tokensWithoutHour }: Panels,
  sort: Sort<TableColumn>,
  timeZone: string,
  madeAt: number,
): string {
  const { view, stats, compared, times } = usage;
  const series = chartSeries(usage);
  const totals = pointTotals(series, times.length);
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
    totals: stats,
    rows: groupRows(usage, sort).map(({ before, lastActivity, ...row }) => ({
      ...row,
      ...(compared && { tokensBefore: before }),
      ...(usage.tableBy === 'project' && { lastActivity }),
    })),
    times: times.flatMap((time, point) => {
      if ((totals[point] ?? 0) === 0) return [];
      const tokens = series.map(({ name, values }) => ({ name, tokens: values[point] ?? 0 }));
      return [{ time, ...boundsOf(time, timeZone), totalTokens: totals[point], tokens }];
    }),
    daysOfYear: days.map(({ time, totalTokens }) => ({ time, ...boundsOf(time, timeZone), totalTokens })),
    // Weekdays count from 0, which is Monday.
    hoursOfWeek: hours,
    tokensWithoutHour,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The file's name without an extension; it describes the content. */
export function exportName({ view }: ViewUsage, what: string): string {
  return `tokentab-${view.period.from}-${view.period.to}-${what}`;
}

/** Rounds a share of 1 to a hundredth of a percent. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
