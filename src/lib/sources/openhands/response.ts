import { isPlausible } from '../../model/time-limits';
import { isUniqueId, keyOf } from '../reading/call';

/** The time in an id of OpenRouter, `gen-1746001974-…`, in UTC milliseconds; null if there is none. */
export function timeIn(response: string | null, now: number): number | null {
  const seconds = /^gen-(\d{10})-/.exec(response ?? '')?.[1];
  const time = Number(seconds) * 1000;
  return seconds !== undefined && isPlausible(time, now) ? time : null;
}

/**
 * The dedupe key of a response. A long id is unique, and is the same in every file that lists the call; a short one, or
 * the call's place, only identifies it within its conversation or task.
 */
export function keyOfResponse(within: string | null, response: string | number): string {
  return typeof response === 'string' && isUniqueId(response)
    ? keyOf('openhands', 'response', response)
    : keyOf('openhands', within, response);
}
