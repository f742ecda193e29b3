import type { CsvCell } from '../../model/csv';
import type { HourUsage, TimelineUsage } from '../../model/usage-stats';
import type { Panels } from '../../state/view/read-exports';
import { formatWeekday } from '../../texts/format';
import { t } from '../../texts/texts';
import { costColumns } from '../lists/usage-columns';
import { tableOf } from './table-export';
import { boundColumns } from './time-bounds';

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
