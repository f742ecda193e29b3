import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../budget';
import { contents, keysOf } from './decisions/contents';
import { bring, decisionOf } from './decisions/decide';
import { expectLaws } from './decisions/laws';
import { steps } from './decisions/steps';
import { openTestDatabase } from './open';
import { addProject } from './samples';

/**
 * Any sequence of imports, undos, merges, moves, splits, deletes and restores: every view sums to the same total, the
 * rollups are the sums of the events, no decision loses or makes an event, and taking a decision back restores everything.
 */

it('any sequence of imports and decisions keeps every invariant, and undo restores everything', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const test = await openTestDatabase();
      const plain = await openTestDatabase();
      for (const each of [test, plain]) for (const id of ['own-0', 'own-1']) addProject(each.commands, id);
      for (const [number, step] of steps.entries()) {
        bring(test, step, number);
        bring(plain, step, number);
        const decision = decisionOf(test, step);
        if (decision) {
          const before = contents(test);
          decision.apply();
          const after = contents(test);
          decision.apply();
          expect(contents(test)).toEqual(after);
          if (decision.undo) {
            decision.undo();
            expect(contents(test)).toEqual(before);
            decision.apply();
          }
        }
        expectLaws(test);
        expect(keysOf(test)).toEqual(keysOf(plain));
      }
      test.database.db.close();
      plain.database.db.close();
    }),
    { numRuns: rounds(15, 50) },
  );
}, 120_000);
