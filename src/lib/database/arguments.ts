import * as v from 'valibot';
import { isMonth } from '../model/months';
import { usageGroupKeys } from '../model/usage-stats';
import type { Read } from '../protocol/commands';

/** Schemas of command arguments. Users see the messages, so each says what is expected. */

/** Zero-width characters and the like make a name that looks empty. */
const hasVisibleCharacter = /[^\s\p{Default_Ignorable_Code_Point}]/u;

export const text = (max: number, what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.check((value) => !value.includes('\0') && value.isWellFormed(), `Remove control characters.`),
    v.trim(),
    v.check(
      (value) => hasVisibleCharacter.test(value) && Array.from(value).length <= max,
      `Give ${what} of 1 to ${max.toLocaleString('en')} characters.`,
    ),
  );

const maxTextLength = 10_000;

/** NUL would end the text inside SQLite's JSON functions. */
export function isStorableText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxTextLength && !value.includes('\0');
}

/** Exactly as in the log, including surrounding spaces. */
export const rawText = (what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.check((value) => isStorableText(value), `Give ${what} of 1 to 10,000 characters.`),
  );

/** Blank means none. */
export const optionalText = (max: number, what: string) =>
  v.union([
    v.pipe(
      v.string(),
      v.trim(),
      v.literal(''),
      v.transform(() => null),
    ),
    v.null(),
    text(max, what),
  ]);

export const id = text(200, 'an id');
export const name = text(300, 'a name');
export const clientName = optionalText(300, 'a client name');
export const flag = v.boolean('Give true or false.');
export const wholeNumber = v.pipe(
  v.number('Give a whole number.'),
  v.safeInteger('Give a whole number.'),
  v.minValue(0, 'Give a whole number of 0 or more.'),
);
/** UTC milliseconds. */
export const time = v.pipe(
  v.number('Give a time in UTC milliseconds.'),
  v.safeInteger('Give a time in whole UTC milliseconds.'),
  v.minValue(0, 'Give a time in UTC milliseconds.'),
);
function isDate(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Some engines parse 30 February as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
export const date = v.pipe(
  v.string('Give a day as YYYY-MM-DD.'),
  v.check(isDate, 'Give a day as YYYY-MM-DD.'),
);

const monthHint = "Give a month as 'YYYY-MM', such as '2026-11', or leave it out for the current one.";
/** Undefined means the current month; calls forwarded between tabs may carry null instead. */
export const month = v.pipe(
  v.nullish(
    v.pipe(
      v.string(monthHint),
      v.check((value) => isMonth(value), monthHint),
    ),
  ),
  v.transform((value) => value ?? undefined),
);
/** Without a default, unlike `month`. */
export const statementMonth = v.pipe(
  v.string("Give a month as 'YYYY-MM'."),
  v.check((value) => isMonth(value), "Give a month as 'YYYY-MM'."),
);
export const optionalId = v.nullish(id, null);
export const ids: v.GenericSchema<readonly string[], string[]> = v.array(id, 'Give a list of project ids.');
export const path = rawText('a path');
export const eventKey = rawText("an event's id");

export const groupKey = v.nullable(v.picklist(usageGroupKeys, `Give one of ${usageGroupKeys.join(', ')}.`));
export const seriesKey = v.picklist(usageGroupKeys, `Give one of ${usageGroupKeys.join(', ')}.`);
export const timeStep = v.picklist(['day', 'month'], "Give the step as 'day' or 'month'.");
const filterText = v.optional(v.string('Give what to filter by as a text.'));
export const usageFilter = v.object(
  {
    ...{ from: date, to: date, projectIds: v.optional(ids) },
    ...{ model: filterText, source: filterText, eventType: filterText, path: filterText },
  },
  'Give a range as {from, to}.',
);

export const reads = v.array(
  v.custom<Read>(
    (read) => Array.isArray(read) && typeof read[0] === 'string',
    'Give each read as a list: its name, then its arguments.',
  ),
  'Give a list of reads.',
) as v.GenericSchema<readonly Read[], Read[]>;

export const bytes = v.custom<Uint8Array>(
  (value) => value instanceof Uint8Array,
  'Give the bytes of a database.',
);
