import { isPlausible } from '../../model/time-limits';
import type { FieldProblem } from './json-fields';

const isoTime = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** Parses an ISO 8601 time with its zone as UTC milliseconds, from 2020-01-01 to `now` + 2 days. */
export function readTime(value: unknown, now: number): { time: number } | FieldProblem {
  if (value === undefined || value === null || value === '') return { problem: 'The record has no date.' };
  const time = typeof value === 'string' ? parseIsoTime(value) : Number.NaN;
  if (Number.isNaN(time)) return { problem: 'The date is not a time in ISO format.' };
  if (!isPlausible(time, now)) {
    return { problem: 'The date is out of range: before 2020 or in the future.' };
  }
  return { time };
}

/** When a file was last changed, for records without a time; the time of reading if that is unknown or invalid. */
export function timeOfFile({ now, modifiedAt = now }: { now: number; modifiedAt?: number }): {
  time: number;
} {
  return { time: isPlausible(modifiedAt, now) ? modifiedAt : now };
}

function parseIsoTime(text: string): number {
  const parts = isoTime.exec(text);
  if (parts === null) return Number.NaN;
  // Date.parse turns 30 February into 2 March.
  const dayOfMonth = Number(parts[3]);
  if (dayOfMonth > 28 && dayOfMonth > daysInMonth(Number(parts[1]), Number(parts[2]))) return Number.NaN;
  return Date.parse(text);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
