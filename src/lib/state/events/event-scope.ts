import { monthOf, rangeOf, type DayRange } from '../../model/months';
import { isCivilDate } from '../../model/ranges';
import type { WeekHour } from '../../model/usage-stats';
import { parseFilters, type Filters } from '../view/view-address';

/** Which events are shown: those of a range of civil days (inclusive), with the same filters as the usage pages. */
export interface EventScope extends DayRange {
  filters: Filters;
  weekHour?: WeekHour | undefined;
}

/** What an address shows. Missing or malformed days default to the current month. */
export function parseEventScope(query: URLSearchParams, today: string): EventScope {
  const month = rangeOf(monthOf(today));
  const day = (name: 'from' | 'to') => {
    const asked = query.get(name);
    return isCivilDate(asked) ? asked : month[name];
  };
  return { from: day('from'), to: day('to'), filters: parseFilters(query), weekHour: parseWeekHour(query) };
}

function parseWeekHour(query: URLSearchParams): WeekHour | undefined {
  const weekday = /^[0-6]$/.exec(query.get('weekday') ?? '')?.[0];
  const hour = /^(1?\d|2[0-3])$/.exec(query.get('hour') ?? '')?.[0];
  return weekday === undefined || hour === undefined
    ? undefined
    : { weekday: Number(weekday), hour: Number(hour) };
}
