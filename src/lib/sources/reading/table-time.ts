import { asText, isProblem, type FieldProblem } from './json-fields';
import { readTime } from './time';

const dayOnly = /^\d{4}-\d\d-\d\d$/;
const dateAndTime =
  /^(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d(?::\d\d)?)(?:[.,](\d+))?\s*(?:(Z|UTC|GMT)|([+-]\d\d)(?::?(\d\d))?)?$/i;

export interface TableTime {
  /** UTC milliseconds. */
  time: number;
  /** Only a date was given; the time is its UTC midnight. */
  isDay: boolean;
}

/**
 * Parses a time as exports print it, within the range that `readTime` accepts: ISO with `T` or a space, any number of
 * decimals, with a zone, or without one, which all known exports mean as UTC; or only a date.
 */
export function readTableTime(value: unknown, now: number): TableTime | FieldProblem {
  const text = asText(value)?.trim() ?? '';
  const isDay = dayOnly.test(text);
  const when = readTime(isDay ? `${text}T00:00:00Z` : asIso(text), now);
  return isProblem(when) ? when : { time: when.time, isDay };
}

/** Parses seconds since 1970 (milliseconds if there are 13 digits), also printed as `1745366400.0`. */
export function readEpoch(value: unknown, now: number): TableTime | FieldProblem {
  const text = typeof value === 'number' ? String(value) : (asText(value)?.trim() ?? '');
  if (!/^\d{9,13}(?:\.\d+)?$/.test(text)) return { problem: 'date-not-epoch-seconds' };
  const seconds = Number(text) / (Number(text) >= 1e11 ? 1000 : 1);
  const when = readTime(new Date(Math.round(seconds * 1000)).toISOString(), now);
  return isProblem(when) ? when : { time: when.time, isDay: false };
}

/** Parses a time in either of these formats: tools switched from one to the other, and databases keep old values. */
export function readMoment(value: unknown, now: number): TableTime | FieldProblem {
  const isNumber = typeof value === 'number' || /^\s*\d{9,13}(?:\.\d+)?\s*$/.test(asText(value) ?? '');
  return value === undefined || value === null || !isNumber
    ? readTableTime(value, now)
    : readEpoch(value, now);
}

export function isUtcMidnight(time: number): boolean {
  return time % (24 * 60 * 60 * 1000) === 0;
}

function asIso(text: string): string {
  const parts = dateAndTime.exec(text);
  if (parts === null) return text;
  const [, date = '', clock = '', decimals = '', , hours, minutes = '00'] = parts;
  const withSeconds = clock.length === 5 ? `${clock}:00` : clock;
  const fraction = decimals === '' ? '' : `.${decimals.slice(0, 3)}`;
  return `${date}T${withSeconds}${fraction}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`;
}
