/** No LLM call is older than this: an earlier time comes from a wrong clock, a wrong unit or a broken record. */
export const earliestDay = '2020-01-01';
export const earliestTime = Date.parse(`${earliestDay}T00:00:00Z`);

const twoDays = 2 * 24 * 60 * 60 * 1000;

/** The latest time (UTC milliseconds) that is believed: it allows for a fast clock or a forgotten time zone. */
export const latestTime = (now: number): number => now + twoDays;

/** Whether a time (UTC milliseconds) can be that of an LLM call. */
export const isPlausible = (time: number, now: number): boolean =>
  time >= earliestTime && time <= latestTime(now);
