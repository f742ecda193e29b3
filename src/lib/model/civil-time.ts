/**
 * The one clock: converts between instants (UTC milliseconds) and what calendars and clocks show in an IANA zone.
 */

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
 * Returns the civil day and hour of an instant in a zone. When the clocks go back, the repeated hour counts as one
 * hour that is twice as long.
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
    const shown = civilTimeAt(slot * quarterHour, timeZone);
    civil = { date: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) };
    memo.set(slot, civil);
  }
  return civil;
}

/** The civil date 'YYYY-MM-DD' of an instant in a zone. @throws as `civilHour` */
export function civilDate(time: number, timeZone: string): string {
  return civilHour(time, timeZone).date;
}

/** The civil time 'YYYY-MM-DDTHH:MM' of an instant in a zone. @throws as `civilHour` */
export function civilTimeAt(time: number, timeZone: string): string {
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

/**
 * The instant of a civil time ('YYYY-MM-DDTHH:MM') in a zone. A time that is skipped when the clocks go forward is
 * read as if they hadn't changed yet; a repeated time is its first occurrence.
 * @throws as `civilHour`
 */
export function instantOf(civilTime: string, timeZone: string): number {
  const asUtc = Date.parse(`${civilTime}Z`);
  const day = 86_400_000;
  // The candidates by the zone's offsets a day before and after: at least one of them is in force at that time.
  const before = asUtc - offsetAt(asUtc - day, timeZone);
  const after = asUtc - offsetAt(asUtc + day, timeZone);
  const holds = (instant: number) => instant + offsetAt(instant, timeZone) === asUtc;
  return !holds(before) && holds(after) ? after : before;
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

let clock: { timeZone: string; format: Intl.DateTimeFormat } | undefined;

/** The zone's offset from UTC at an instant, in milliseconds; positive east of Greenwich. */
function offsetAt(time: number, timeZone: string): number {
  // Creating the format takes far longer than using it.
  if (clock?.timeZone !== timeZone) clock = { timeZone, format: clockFormat(timeZone) };
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clock.format.formatToParts(time)) shown[type] = Number(value);
  const { year = 0, month = 0, day, hour, minute, second } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
