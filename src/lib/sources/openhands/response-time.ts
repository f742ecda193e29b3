import { isPlausible } from '../../model/time-limits';

/** The time in an id of OpenRouter, `gen-1746001974-…`, in UTC milliseconds; null if there is none. */
export function timeIn(response: string | null, now: number): number | null {
  const seconds = /^gen-(\d{10})-/.exec(response ?? '')?.[1];
  const time = Number(seconds) * 1000;
  return seconds !== undefined && isPlausible(time, now) ? time : null;
}
