import { fromAbsolute, toCalendarDate } from '@internationalized/date';

const quarterHour = 900_000;
const memoLimit = 200_000;

let memoZone = '';
const memo = new Map<number, string>();

/**
 * The civil date 'YYYY-MM-DD' of an instant (UTC milliseconds) in an IANA zone.
 *
 * Remembered per quarter of an hour: since 2020 every zone's offset and every change of one is a multiple of it
 * (Kathmandu +5:45, Lord Howe's summer time of half an hour), so that no day begins inside of one.
 * @throws RangeError for a zone that is none
 */
export function civilDate(time: number, timeZone: string): string {
  if (timeZone !== memoZone || memo.size >= memoLimit) {
    memo.clear();
    memoZone = timeZone;
  }
  const slot = Math.floor(time / quarterHour);
  let date = memo.get(slot);
  if (date === undefined) {
    date = toCalendarDate(fromAbsolute(slot * quarterHour, timeZone)).toString();
    memo.set(slot, date);
  }
  return date;
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
