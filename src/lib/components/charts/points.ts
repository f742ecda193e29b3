import { dayOf, monthOf } from '../../model/months';
import type { Measure } from '../../model/measure';
import type { TimelineUsage } from '../../model/usage-stats';
import { formatCompact, formatDay, formatMonth, formatShortMonth } from '../../texts/format';
import { t } from '../../texts/texts';

/** One point on the time axis. */
export interface Point {
  /** 'YYYY-MM-DD' or 'YYYY-MM'. */
  time: string;
  /** The label below the axis; '' for none. */
  tick: string;
  /** The full name, capitalized as at the start of a sentence. */
  name: string;
  /** Today or the current month: its number isn't final. */
  isRunning: boolean;
  /** In the future, so it can't have usage yet. */
  isComing: boolean;
  /** Some of the events in the total aren't exact. */
  isInexact: boolean;
  /** The tokens that the amount doesn't include, in words. */
  unpriced?: string;
}

/** What is known about the numbers of one point. */
type Quality = Pick<TimelineUsage, 'time' | 'inexactCount' | 'unpricedTokens'>;

/**
 * The axis of days or months (`times`, ascending) with its labels. `today` is a civil date. `timeline` may omit times
 * without usage. Tokens without a price are only mentioned where costs are shown.
 */
export function pointsOf(
  times: readonly string[],
  step: 'day' | 'month',
  today: string,
  timeline: readonly Quality[] = [],
  measure: Measure = 'tokens',
): Point[] {
  const known = new Map(timeline.map((each) => [each.time, each]));
  return times.map((time) => {
    const now = step === 'day' ? today : monthOf(today);
    const isRunning = time === now;
    const name = step === 'day' ? formatDay(time) : formatMonth(time);
    return {
      time,
      tick: tickOf(time, step, times.length),
      name: isRunning ? `${name}, ${t.month.soFar}` : name,
      isRunning,
      isComing: time > now,
      isInexact: (known.get(time)?.inexactCount ?? 0) > 0,
      ...(measure === 'money' && unpricedPart(known.get(time)?.unpricedTokens ?? 0)),
    };
  });
}

function unpricedPart(tokens: number): Pick<Point, 'unpriced'> {
  return tokens === 0 ? {} : { unpriced: t.cost.withoutPrice(tokens, formatCompact(tokens)) };
}

function tickOf(time: string, step: 'day' | 'month', count: number): string {
  if (step === 'month') {
    if (count <= 18) return formatShortMonth(time);
    return time.endsWith('-01') ? time.slice(0, 4) : '';
  }
  const day = dayOf(time);
  if (count <= 31) return String(day);
  // With many days, label only the first of each month and its middle.
  if (day === 1) return formatShortMonth(monthOf(time));
  return day === 15 ? '15' : '';
}
