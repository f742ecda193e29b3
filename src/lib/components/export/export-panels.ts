import type { CsvCell } from '../../model/csv';
import type { TimelineUsage, UsageHours } from '../../model/usage-stats';
import { call } from '../../state/database/connection.svelte';
import { projects } from '../../state/projects/projects.svelte';
import type { View } from '../../state/view/view-address';
import { usageFilter } from '../../state/view/view-usage';
import { formatWeekday } from '../../texts/format';
import { t } from '../../texts/texts';
import { costCells, costHeads } from './cost-columns';
import { boundsOf } from './time-bounds';

/**
 * The data of the panels below the table: every day of the year in which the shown period ends, and the hours of the
 * week.
 */
export interface Panels extends UsageHours {
  days: readonly TimelineUsage[];
}

export async function readPanels({ period, filters }: View): Promise<Panels> {
  const year = period.to.slice(0, 4);
  const ofYear = usageFilter(filters, { from: `${year}-01-01`, to: `${year}-12-31` }, projects);
  const [days, week] = await Promise.all([
    call('getUsageTimeline', ofYear, 'day'),
    call('getUsageHours', usageFilter(filters, period, projects)),
  ]);
  return { days, ...week };
}

/** The days with usage, with a header: civil days, when they begin and end in UTC, their tokens and costs. */
export function calendarCells({ days }: Panels, timeZone: string): CsvCell[][] {
  const head = [t.month.day, t.exports.begins, t.exports.ends, t.month.tokens, ...costHeads()];
  return [
    head,
    ...days.map((day) => {
      const { begins, ends } = boundsOf(day.time, timeZone);
      return [day.time, begins, ends, day.totalTokens, ...costCells(day)];
    }),
  ];
}

/** The hours with usage (0 to 23, civil), with a header. Usage without an hour comes last. */
export function hourCells({ hours, ...without }: Panels): CsvCell[][] {
  const rows = hours.map((hour) => [
    formatWeekday(hour.weekday),
    hour.hour,
    hour.totalTokens,
    ...costCells(hour),
  ]);
  const rest = costCells({
    costNanoUsd: without.costNanoUsdWithoutHour,
    unpricedTokens: without.unpricedTokensWithoutHour,
    inexactCount: without.inexactCountWithoutHour,
  });
  // Some tools record only a cost.
  const isAny = without.tokensWithoutHour > 0 || without.costNanoUsdWithoutHour > 0;
  return [
    [t.exports.weekday, t.exports.hour, t.month.tokens, ...costHeads()],
    ...rows,
    ...(isAny ? [[null, null, without.tokensWithoutHour, ...rest]] : []),
  ];
}
