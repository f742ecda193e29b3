import { eventKey } from '../../../../src/lib/model/event-key';
import { keyText } from '../../../../src/lib/database/events/event-key';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { all } from '../../../../src/lib/database/sql/statements';
import { openTestDatabase, testNow, type TestDatabase } from '../open';
import { answered, claim, lost, startedBatch } from './samples';

const documents = ['a', 'b', 'c', 'd', 'e'];
const limit = 1500;

type Step =
  | { do: 'claim' }
  | { do: 'answer'; which: number; prompt: number; answer: number; isGood: boolean }
  | { do: 'lose'; which: number; seen: number }
  | { do: 'refuse'; which: number }
  | { do: 'crash' | 'pause' | 'resume' | 'retry' };

const which = fc.nat(30);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('claim' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        which,
        prompt: fc.nat(400),
        answer: fc.nat(200),
        isGood: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), which, seen: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('crash', 'pause', 'resume', 'retry') }) },
  ),
  { minLength: 1, maxLength: 60 },
);

interface Row {
  id: string;
  state: string;
  estimate: number;
  used: number | null;
  promptTokens: number | null;
}

function attemptsOf({ database }: TestDatabase): Row[] {
  return all(
    database,
    `SELECT id, state, estimated_prompt_tokens + estimated_answer_tokens AS estimate,
       prompt_tokens + answer_tokens AS used, prompt_tokens FROM extraction_attempts`,
  );
}

function run({ commands }: TestDatabase, step: Step, calls: string[]): void {
  // Any call may be settled at any time, also one that ended long ago.
  const called = (which: number) => calls[which % calls.length];
  switch (step.do) {
    case 'claim': {
      const id = `call-${calls.length}`;
      if (claim(commands, id).kind === 'claimed') calls.push(id);
      return;
    }
    case 'crash':
      commands.settleOpenAttempts(testNow);
      return;
    case 'pause':
      commands.pauseBatch('batch', testNow);
      return;
    case 'resume':
      commands.resumeBatch('batch', null, testNow);
      return;
    case 'retry':
      commands.retryDocuments(documents, testNow);
      return;
  }
  const id = called(step.which);
  if (id === undefined) return;
  if (step.do === 'lose') commands.settleAttempt(lost(id, step.seen));
  else if (step.do === 'refuse') {
    const next = { kind: 'fail', failure: 'server-error' } as const;
    commands.settleAttempt(answered(id, { end: { state: 'failed' }, next }));
  } else {
    const next = step.isGood
      ? ({ kind: 'extracted' } as const)
      : ({ kind: 'try-again', notBefore: 0 } as const);
    commands.settleAttempt(answered(id, { next }, [step.prompt, step.answer]));
  }
}

it('in any order of events, each answered or lost call has one event, and the limit is kept', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const test = await openTestDatabase();
      const { commands, database } = test;
      startedBatch(commands, documents, { limitTokens: limit });
      const calls: string[] = [];
      for (const step of sequence) {
        run(test, step, calls);
        const attempts = attemptsOf(test);
        const over = attempts.reduce(
          (sum, { used, estimate }) => sum + Math.max(0, (used ?? 0) - estimate),
          0,
        );
        const spent = attempts.reduce((sum, { used }) => sum + (used ?? 0), 0);
        expect(spent).toBeLessThanOrEqual(limit + over);
      }
      const attempts = attemptsOf(test);
      const counted = attempts.filter(({ state }) => state === 'answered' || state === 'lost');
      const events = all<{ dedupeKey: string; totalTokens: number; isOutputFinal: boolean }>(
        database,
        'SELECT dedupe_key, total_tokens, is_output_final FROM usage_events ORDER BY dedupe_key',
      );
      const expected = counted
        .map(({ id, used, state }) => ({
          dedupeKey: keyText(eventKey(`extraction:${id}`, 'extraction')),
          totalTokens: used,
          isOutputFinal: state === 'answered',
        }))
        .sort((a, b) => (a.dedupeKey < b.dedupeKey ? -1 : 1));
      expect(events).toEqual(expected);
      expect(commands.checkIntegrity().differences).toEqual([]);
      expect(commands.getImports()[0]).toMatchObject({
        eventsAdded: counted.length,
        outputNotFinal: counted.filter(({ state }) => state === 'lost').length,
      });
      const extracting = commands.getDocuments('alpha').filter(({ status }) => status === 'extracting');
      expect(extracting).toHaveLength(attempts.filter(({ state }) => state === 'sent').length);
      database.db.close();
    }),
    { numRuns: 40 },
  );
});
