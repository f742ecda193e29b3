import * as v from 'valibot';
import type { EventKind } from '../../model/packed-events';
import type { PlanLimits } from '../../model/plan-limits';
import { isStoredProblem, type StoredProblem } from '../../model/problem';
import { flag, id, rawText, text, time, wholeNumber } from '../arguments';
import { isPlanLimits } from '../settings/plan-limits';
import { isEventKind } from './source-events';

/** Schemas of the arguments of commands about imports. */

export const newImport = v.object(
  { id, startedAt: time, isContinued: v.optional(flag, false) },
  'Give an import.',
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
