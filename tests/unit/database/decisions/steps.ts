import fc from 'fast-check';
import type { SourceSession, SourceUsageEvent } from '../../../../src/lib/model/usage-event';
import { testNow } from '../open';
import { sourceEvent } from '../samples';

const paths = [
  '/repo',
  '/repo/packages/a',
  '/repo/packages/a/deep',
  '/repo/packages/b',
  '/other',
  'workspace',
  null,
];
const decidable = [
  '/repo',
  '/repo/packages',
  '/repo/packages/a',
  '/other',
  'workspace',
  'tokentab:source/test',
];
const roots = ['/repo', '/repo/packages/a', '/other', '/'];

const events = fc.array(
  fc.record({
    key: fc.integer({ min: 1, max: 8 }),
    path: fc.constantFrom(...paths),
    sessionId: fc.constantFrom('s1', 's2', null),
    outputTokens: fc.integer({ min: 5, max: 8 }),
    day: fc.integer({ min: 0, max: 2 }),
    granularity: fc.constantFrom('moment' as const, 'moment' as const, 'day' as const),
    llmMode: fc.constantFrom('cloud' as const, 'cloud' as const, 'local' as const),
    model: fc.constantFrom('claude-sonnet-4-5', 'claude-sonnet-4-5', 'claude-opus-4-1', 'no-such-model'),
    // No table has a price for priority.
    serviceTier: fc.constantFrom(null, null, 'batch', 'priority'),
    recordedCostNanoUsd: fc.option(fc.nat(1000)),
    countQuality: fc.constantFrom('call' as const, 'rounded' as const, 'session-total' as const),
  }),
  { minLength: 1, maxLength: 6 },
);
const sessions = fc.array(
  fc.record({
    sessionId: fc.constantFrom('s1', 's2'),
    beganAt: fc.integer({ min: 1, max: 3 }).map((days) => testNow - days * 86_400_000),
    beganIn: fc.constantFrom(...roots),
  }),
  { maxLength: 2 },
);
const some = fc.nat({ max: 20 });

/** One step in the life of a database: an import, or something that the user does. */
export type Step =
  | { kind: 'import'; events: SourceUsageEvent[]; sessions: SourceSession[] }
  | { kind: 'undo' | 'delete' | 'restore' | 'unmerge' | 'forget-event' | 'pin'; one: number }
  | { kind: 'merge' | 'move-event'; one: number; other: number }
  | { kind: 'record'; one: number }
  | { kind: 'zone'; one: number }
  | { kind: 'leave-out'; paths: string[]; one: number; days: number }
  | { kind: 'take-back'; one: number }
  | { kind: 'decide'; path: string; one: number; covers: boolean };

const importStep: fc.Arbitrary<Step> = fc.record({ events, sessions }).map((batch) => ({
  kind: 'import',
  sessions: batch.sessions,
  events: batch.events.map(({ key, day, ...event }) =>
    sourceEvent({
      ...event,
      dedupeKey: `test:${key}`,
      occurredAt: testNow - day * 86_400_000,
      position: key,
    }),
  ),
}));
const simple = (
  kind: 'undo' | 'delete' | 'restore' | 'unmerge' | 'forget-event' | 'pin' | 'record' | 'zone' | 'take-back',
) => some.map((one): Step => ({ kind, one }));
const pair = (kind: 'merge' | 'move-event') =>
  fc.tuple(some, some).map(([one, other]): Step => ({ kind, one, other }));
const decide = fc
  .tuple(fc.constantFrom(...decidable), some, fc.boolean())
  .map(([path, one, covers]): Step => ({ kind: 'decide', path, one, covers }));

const leaveOut = fc
  .tuple(
    fc.subarray(
      paths.map((path) => path ?? ''),
      { minLength: 1 },
    ),
    some,
    fc.nat({ max: 2 }),
  )
  .map(([paths, one, days]): Step => ({ kind: 'leave-out', paths, one, days }));

export const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: importStep },
    { weight: 1, arbitrary: simple('undo') },
    { weight: 1, arbitrary: simple('record') },
    { weight: 1, arbitrary: simple('zone') },
    { weight: 1, arbitrary: simple('pin') },
    { weight: 2, arbitrary: pair('merge') },
    { weight: 1, arbitrary: simple('unmerge') },
    { weight: 2, arbitrary: simple('delete') },
    { weight: 1, arbitrary: simple('restore') },
    { weight: 2, arbitrary: pair('move-event') },
    { weight: 1, arbitrary: simple('forget-event') },
    { weight: 3, arbitrary: decide },
    { weight: 2, arbitrary: leaveOut },
    { weight: 1, arbitrary: simple('take-back') },
  ),
  { minLength: 2, maxLength: 14 },
);
