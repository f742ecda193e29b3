import { isStoredProblem, type StoredProblem } from '../model/problem';
import * as v from 'valibot';
import { maxMarkup, type Billing } from '../model/billing';
import type { Issued, IssuedSubject } from '../model/issued';
import { maxPerUsd } from '../model/display-currency';
import { isMonth } from '../model/months';
import { isTimeZone } from '../model/civil-time';
import { maxTokensPerCounter } from '../model/tokens';
import type { PlanLimits } from '../model/plan-limits';
import type { EventKind } from '../model/packed-events';
import { usageGroupKeys } from '../model/usage-stats';
import type { Read } from '../protocol/commands';
import { isPlanLimits } from './imports/plan-limits';
import { isEventKind, isStorableText } from './imports/source-events';

/** Schemas of command arguments. Users see the messages, so each says what is expected. */

/** Zero-width characters and the like make a name that looks empty. */
const hasVisibleCharacter = /[^\s\p{Default_Ignorable_Code_Point}]/u;

const text = (max: number, what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.check((value) => !value.includes('\0') && value.isWellFormed(), `Remove control characters.`),
    v.trim(),
    v.check(
      (value) => hasVisibleCharacter.test(value) && Array.from(value).length <= max,
      `Give ${what} of 1 to ${max.toLocaleString('en')} characters.`,
    ),
  );

/** Exactly as in the log, including surrounding spaces. */
const rawText = (what: string) =>
  v.pipe(
    v.string(`Give ${what} as a text.`),
    v.check((value) => isStorableText(value), `Give ${what} of 1 to 10,000 characters.`),
  );

/** Blank means none. */
const optionalText = (max: number, what: string) =>
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
const description = optionalText(10_000, 'a description');

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
const counter = v.pipe(
  wholeNumber,
  v.maxValue(maxTokensPerCounter, 'That is more tokens than one call can have.'),
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

const upTo = (most: number, what: string) =>
  v.pipe(wholeNumber, v.maxValue(most, `Give ${what} from 0 to ${most}.`));

export const pathDecision = v.nullable(
  v.object(
    {
      projectId: id,
      coversSubfolders: flag,
      isDecided: flag,
      isFound: v.optional(flag),
    },
    'Give where the path leads, or null to forget it.',
  ),
);

export const usageEventQuery = v.object(
  {
    ...usageFilter.entries,
    weekHour: v.optional(v.object({ weekday: upTo(6, 'a weekday'), hour: upTo(23, 'an hour') })),
    after: v.nullable(
      v.object({
        date: v.string(),
        projectId: v.string(),
        occurredAt: wholeNumber,
        row: wholeNumber,
      }),
    ),
    limit: v.pipe(
      wholeNumber,
      v.minValue(1, 'Give a limit of 1 to 1,000.'),
      v.maxValue(1000, 'Give a limit of 1 to 1,000.'),
    ),
  },
  'Give what events to read.',
);

export const reads = v.array(
  v.custom<Read>(
    (read) => Array.isArray(read) && typeof read[0] === 'string',
    'Give each read as a list: its name, then its arguments.',
  ),
  'Give a list of reads.',
) as v.GenericSchema<readonly Read[], Read[]>;

const zoneHint = "Give a time zone such as 'Europe/Berlin', or null to follow the browser.";
export const timeZone = v.nullable(v.pipe(v.string(zoneHint), v.check(isTimeZone, zoneHint)));

export const newProject = v.object(
  { id, name, clientName, description, createdAt: time },
  'Give a project with a name.',
);

export const projectChanges = v.object(
  {
    name: v.optional(name),
    clientName: v.optional(clientName),
    description: v.optional(description),
    isArchived: v.optional(flag),
  },
  'Give the changes as an object.',
);

const counters = {
  inputTokens: counter,
  cacheReadTokens: counter,
  cacheWrite5mTokens: counter,
  cacheWrite1hTokens: counter,
  outputTokens: counter,
  reasoningTokens: counter,
};

const llmMode = v.picklist(['local', 'cloud'], "Give the LLM mode as 'local' or 'cloud'.");

export const newUsageEvent = v.pipe(
  v.object(
    {
      id,
      projectId: id,
      eventType: text(200, 'an event type'),
      llmMode,
      provider: optionalText(300, 'a provider'),
      model: optionalText(300, 'a model'),
      occurredAt: time,
      ...counters,
    },
    'Give a usage event.',
  ),
  v.check((event) => event.reasoningTokens <= event.outputTokens, reasoningHint()),
);

export const newImport = v.object(
  { id, startedAt: time, isContinued: v.optional(flag, false) },
  'Give an import.',
);

export const bytes = v.custom<Uint8Array>(
  (value) => value instanceof Uint8Array,
  'Give the bytes of a database.',
);

export const cursorRoot = text(200, 'a root');
const reader = text(200, 'a reader');
export const cursorsWanted = v.object(
  { root: cursorRoot, reader, paths: v.array(rawText('a path')) },
  'Give the files.',
);
export const fileCursors = v.object(
  {
    importId: id,
    root: cursorRoot,
    reader,
    cursors: v.array(
      v.object({
        path: rawText('a path'),
        source: v.nullable(text(100, 'a source')),
        size: wholeNumber,
        modifiedAt: v.pipe(v.number(), v.safeInteger('Give a time in UTC milliseconds.')),
        readBytes: wholeNumber,
        readLines: v.nullable(wholeNumber),
        headHash: text(100, 'a hash'),
        tailHash: text(100, 'a hash'),
      }),
    ),
    savedAt: time,
  },
  'Give the cursors.',
);

const problem = v.object({
  file: v.string(),
  line: v.exactOptional(wholeNumber),
  reason: v.custom<StoredProblem>(isStoredProblem, 'Give a problem.'),
  count: wholeNumber,
  isHarmless: v.exactOptional(v.literal(true)),
});

export const importEnd = v.object(
  {
    id,
    finishedAt: time,
    wasCancelled: flag,
    source: v.nullable(text(100, 'a source')),
    files: wholeNumber,
    filesSkipped: wholeNumber,
    filesUnchanged: v.optional(wholeNumber, 0),
    problems: v.array(problem),
  },
  "Give an import's end.",
);

export const usageEventBatch = v.object(
  {
    importId: id,
    batch: wholeNumber,
    source: v.pipe(text(100, 'a source'), v.notValue('manual', "'manual' is no source of imports.")),
    records: v.array(v.custom<Uint8Array>((bytes) => bytes instanceof Uint8Array, 'Give packed records.')),
    createdAt: time,
  },
  'Give a batch of usage events.',
);

/** The rest of a batch; `readEvents` checks the columns of events, many times faster than a schema could. */
export const recordTexts = v.object(
  {
    sessions: v.array(
      v.object({ sessionId: rawText('a session'), beganAt: time, beganIn: rawText('a folder') }),
    ),
    kinds: v.array(v.custom<EventKind>(isEventKind, 'Give what events have in common.')),
    sessionsOfEvents: v.array(
      v.object({ sessionId: v.nullable(rawText('a session')), family: v.nullable(rawText('a session')) }),
    ),
    paths: v.array(v.nullable(rawText('a path'))),
    dedupeKeys: v.optional(v.record(v.string(), rawText('a key'))),
    lineage: v.optional(
      v.array(v.object({ sessionId: rawText('a session'), parentId: rawText('a session') })),
      [],
    ),
    projectNames: v.optional(v.array(v.object({ path: rawText('a path'), name: rawText('a name') })), []),
    planLimits: v.optional(v.array(v.custom<PlanLimits>(isPlanLimits, 'Give the limits of a plan.')), []),
  },
  'Give the records of a source.',
);

function reasoningHint(): string {
  return 'Reasoning tokens are part of the output tokens and cannot exceed them.';
}

const lines = (max: number) =>
  v.pipe(
    v.string('Give a text.'),
    v.trim(),
    v.check(
      (value) => value === '' || (isStorableText(value) && Array.from(value).length <= max),
      `Give a text of at most ${max.toLocaleString('en')} characters.`,
    ),
  );
const currencyHint = "Give a currency by its three letters, such as 'EUR'.";
export const currency = v.pipe(v.string(currencyHint), v.regex(/^[A-Z]{3}$/, currencyHint));
const rateHint = 'Give a rate above 0 and up to a million for one dollar.';
export const exchangeRate = v.pipe(wholeNumber, v.minValue(1, rateHint), v.maxValue(maxPerUsd, rateHint));
const billing: v.GenericSchema<Billing> = v.variant('kind', [
  v.object({
    kind: v.literal('percent'),
    hundredths: v.pipe(wholeNumber, v.maxValue(maxMarkup, 'Give a markup of at most 10,000 percent.')),
  }),
  v.object({
    kind: v.literal('perMillion'),
    nano: v.pipe(wholeNumber, v.maxValue(1e15, 'Give a price of at most a million per million tokens.')),
    currency,
  }),
]);

/** '' stands for projects without a client. */
export const statementClient = lines(300);
export const statementMonth = v.pipe(
  v.string("Give a month as 'YYYY-MM'."),
  v.check((value) => isMonth(value), "Give a month as 'YYYY-MM'."),
);
export const statementChanges = v.object({
  ownAddress: v.optional(lines(1000)),
  taxRate: v.optional(
    v.nullable(v.pipe(wholeNumber, v.maxValue(10_000, 'Give a tax rate of at most 100 percent.'))),
  ),
  clientAddress: v.optional(lines(1000)),
  billing: v.optional(v.nullable(billing)),
  number: v.optional(lines(100)),
});
export const issuedSubject: v.GenericSchema<IssuedSubject> = v.object({
  kind: v.picklist(['statement', 'all', 'client', 'project'], 'Give what was issued.'),
  key: v.pipe(v.string('Give what was issued.'), v.maxLength(300)),
});
export const issued: v.GenericSchema<Issued> = v.object({
  totalTokens: wholeNumber,
  costNanoUsd: wholeNumber,
  unpricedTokens: wholeNumber,
  issuedAt: time,
});
