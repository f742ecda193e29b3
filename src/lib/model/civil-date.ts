import { fromAbsolute, toCalendarDate } from '@internationalized/date';

const quarterHour = 900_000;
const memoLimit = 200_000;

/** An hour (0 to 23) of a civil day ('YYYY-MM-DD'). */
export interface CivilHour {
  date: string;
  hour: number;
}

let memoZone = '';
const memo = new Map<number, CivilHour>();

/**
 * Returns the civil day and hour of an instant (UTC milliseconds) in an IANA zone. When the clocks go back, the
 * repeated hour counts as one hour that is twice as long.
 * Results are cached per quarter of an hour: since 2020 all zone offsets and all changes of them are multiples of
 * that (Kathmandu is +5:45, Lord Howe's summer time half an hour), so no hour begins inside a quarter.
 * @throws RangeError for an unknown zone
 */
export function civilHour(time: number, timeZone: string): CivilHour {
  if (timeZone !== memoZone || memo.size >= memoLimit) {
    memo.clear();
    memoZone = timeZone;
  }
  const slot = Math.floor(time / quarterHour);
  let civil = memo.get(slot);
  if (civil === undefined) {
    const zoned = fromAbsolute(slot * quarterHour, timeZone);
    civil = { date: toCalendarDate(zoned).toString(), hour: zoned.hour };
    memo.set(slot, civil);
  }
  return civil;
}

/** The civil date 'YYYY-MM-DD' of an instant (UTC milliseconds) in an IANA zone. @throws as `civilHour` */
export function civilDate(time: number, timeZone: string): string {
  return civilHour(time, timeZone).date;
}

const knownZones = new Map<string, boolean>();

/** Whether this browser knows the IANA zone. Bare offsets such as '+05:45' don't count. */
export function isTimeZone(timeZone: string): boolean {
  let isKnown = knownZones.get(timeZone);
  // Asking Intl takes longer than storing ten events, so the answer is cached.
  if (isKnown === undefined)
    knownZones.set(timeZone, (isKnown = /^[A-Za-z]/.test(timeZone) && isInIntl(timeZone)));
  return isKnown;
}

function isInIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
