/**
 * Converts between a wall-clock time ('YYYY-MM-DDTHH:MM') in an IANA zone and an instant (UTC milliseconds). A time
 * that is skipped when the clocks go forward is read as if they hadn't changed yet; a repeated time is its first
 * occurrence.
 */
export function civilTimeAt(time: number, timeZone: string): string {
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

export function instantOf(civilTime: string, timeZone: string): number {
  const asUtc = Date.parse(`${civilTime}Z`);
  const day = 86_400_000;
  // The candidates by the zone's offsets a day before and after: at least one of them is in force at that time.
  const before = asUtc - offsetAt(asUtc - day, timeZone);
  const after = asUtc - offsetAt(asUtc + day, timeZone);
  const holds = (instant: number) => instant + offsetAt(instant, timeZone) === asUtc;
  return !holds(before) && holds(after) ? after : before;
}

/** The zone's offset from UTC at an instant, in milliseconds; positive east of Greenwich. */
function offsetAt(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
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
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const civil = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return civil - Math.floor(time / 1000) * 1000;
}
