import type { CsvCell } from '../../model/csv';
import type { HourUsage, TimelineUsage, UsageHours } from '../../model/usage-stats';
import { call } from '../../state/database/connection.svelte';
import { projects } from '../../state/projects/projects.svelte';
import type { View } from '../../state/view/view-address';
import { usageFilter } from '../../state/view/view-usage';
import { formatWeekday } from '../../texts/format';
import { t } from '../../texts/texts';
import { costColumns } from '../lists/usage-columns';
import { tableOf } from './table-export';
import { boundColumns } from './time-bounds';

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
  return tableOf<TimelineUsage>(
    [
      { key: 'day', head: t.month.day, value: ({ time }) => time },
      ...boundColumns(timeZone),
      { key: 'tokens', head: t.month.tokens, value: ({ totalTokens }) => totalTokens },
      ...costColumns<TimelineUsage>((day) => day),
    ],
    days,
  );
}

/** The hours with usage (0 to 23, civil), with a header. Usage without an hour comes last. */
export function hourCells({ hours, ...without }: Panels): CsvCell[][] {
  const rest = {
    weekday: null,
    hour: null,
    totalTokens: without.tokensWithoutHour,
    costNanoUsd: without.costNanoUsdWithoutHour,
    unpricedTokens: without.unpricedTokensWithoutHour,
    inexactCount: without.inexactCountWithoutHour,
  };
  type Hour = HourUsage | typeof rest;
  // Some tools record only a cost.
  const isAny = rest.totalTokens > 0 || rest.costNanoUsd > 0;
  return tableOf<Hour>(
    [
      {
        key: 'weekday',
        head: t.exports.weekday,
        value: ({ weekday }) => (weekday === null ? null : formatWeekday(weekday)),
      },
      { key: 'hour', head: t.exports.hour, value: ({ hour }) => hour },
      { key: 'tokens', head: t.month.tokens, value: ({ totalTokens }) => totalTokens },
      ...costColumns<Hour>((hour) => hour),
    ],
    isAny ? [...hours, rest] : hours,
  );
}
