import { dayOf, monthOf } from '../../model/months';
import { formatDay, formatMonth, formatShortMonth } from '../../texts/format';
import { t } from '../../texts/texts';

/** One place on the axis of time. */
export interface Point {
  /** 'YYYY-MM-DD' or 'YYYY-MM'. */
  time: string;
  /** Below the axis; '' where there is none. */
  tick: string;
  /** In full, as a sentence begins. */
  name: string;
  /** Today, or the running month: its number is not final. */
  isRunning: boolean;
  /** After today: without usage because it has not been yet. */
  isComing: boolean;
}

/** The axis of days or months (`times`, ascending) with what stands below it. `today` is a civil date. */
export function pointsOf(times: readonly string[], step: 'day' | 'month', today: string): Point[] {
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
    };
  });
}

function tickOf(time: string, step: 'day' | 'month', count: number): string {
  if (step === 'month') {
    if (count <= 18) return formatShortMonth(time);
    return time.endsWith('-01') ? time.slice(0, 4) : '';
  }
  const day = dayOf(time);
  if (count <= 31) return String(day);
  // Many days: only where a month begins and its middle.
  if (day === 1) return formatShortMonth(monthOf(time));
  return day === 15 ? '15' : '';
}
