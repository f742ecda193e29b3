/**
 * A wall clock's time ('YYYY-MM-DDTHH:MM') in an IANA zone, and the instant (UTC milliseconds) it stands for.
 * A time that a change of the clocks leaves out is taken as if the clock had not changed yet; one that happens twice is its
 * first.
 */
export function civilTimeAt(time: number, timeZone: string): string {
  return new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);
}

export function instantOf(civilTime: string, timeZone: string): number {
  const asUtc = Date.parse(`${civilTime}Z`);
  const day = 86_400_000;
  // The zone's offsets on either side: one of them, or both, hold at that time.
  const before = asUtc - offsetAt(asUtc - day, timeZone);
  const after = asUtc - offsetAt(asUtc + day, timeZone);
  const holds = (instant: number) => instant + offsetAt(instant, timeZone) === asUtc;
  return !holds(before) && holds(after) ? after : before;
}

/** Milliseconds that the zone is ahead of UTC at that instant. */
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
