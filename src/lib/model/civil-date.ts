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
 * The civil day and hour of an instant (UTC milliseconds) in an IANA zone. An hour that a change of the clocks repeats is
 * one hour, twice as long.
 *
 * Remembered per quarter of an hour: since 2020 every zone's offset and every change of one is a multiple of it
 * (Kathmandu +5:45, Lord Howe's summer time of half an hour), so that no hour begins inside of one.
 * @throws RangeError for a zone that is none
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

/** Whether this browser knows the IANA zone; bare offsets such as '+05:45' are none. */
export function isTimeZone(timeZone: string): boolean {
  let isKnown = knownZones.get(timeZone);
  // Asking Intl takes longer than storing ten events.
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
