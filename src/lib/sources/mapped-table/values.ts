import type { DateFormat } from '../../model/table-mapping';
import { isProblem, type FieldProblem } from '../reading/json-fields';
import { readTime } from '../reading/time';
import { readTableTime, type TableTime } from '../reading/table-time';

const figures =
  /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?(?:[T,\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(?:Z|UTC)?$/i;

/** Parses a date in the mapping's format, as UTC milliseconds. */
export function readMappedTime(text: string, format: DateFormat, now: number): TableTime | FieldProblem {
  if (text === '') return { problem: 'no-date' };
  if (format === 'iso') return readTableTime(text, now);
  if (format === 'epoch-seconds') return readNumber(text, 1000, now);
  if (format === 'epoch-milliseconds') return readNumber(text, 1, now);
  return readFigures(text, format, now);
}

function readNumber(text: string, milliseconds: number, now: number): TableTime | FieldProblem {
  const time = /^\d{1,16}(?:\.\d+)?$/.test(text) ? Math.round(Number(text) * milliseconds) : Number.NaN;
  if (!(time < 8.64e15)) return { problem: 'date-not-epoch' };
  return inRange(new Date(time).toISOString(), now, false);
}

function readFigures(text: string, format: DateFormat, now: number): TableTime | FieldProblem {
  const parts = figures.exec(text);
  if (parts === null) return { problem: 'date-not-in-format' };
  const [, first = '', second = '', third = '', hour, minute = '00', secondOfMinute = '00', decimals = '0'] =
    parts;
  const order = {
    'year-month-day': [first, second, third],
    'day-month-year': [third, second, first],
    'month-day-year': [third, first, second],
  } as const;
  const [year, month, day] = order[format as keyof typeof order];
  // A two-digit year could be of any century; only this one is in the valid range.
  const century = year.length === 2 ? `20${year}` : year;
  const date = `${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const clock = `${(hour ?? '0').padStart(2, '0')}:${minute}:${secondOfMinute}.${decimals.slice(0, 3)}`;
  const midnight = new Date(Date.UTC(Number(century), Number(month) - 1, Number(day)));
  if (!midnight.toISOString().startsWith(date)) return { problem: 'date-does-not-exist' };
  return inRange(`${date}T${clock}Z`, now, hour === undefined);
}

function inRange(iso: string, now: number, isDay: boolean): TableTime | FieldProblem {
  const when = readTime(iso, now);
  return isProblem(when) ? when : { time: when.time, isDay };
}
