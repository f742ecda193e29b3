import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PriceChoice } from '../../../src/lib/model/price-choice';
import { rounds } from '../../budget';
import { contents } from './decisions/contents';
import { bring, decisionOf } from './decisions/decide';
import { expectLaws } from './decisions/laws';
import { steps, type Step } from './decisions/steps';
import { openTestDatabase, testNow } from './open';
import { reprice, undoReprice } from './reprice';
import { addProject } from './samples';

type Mixed =
  { kind: 'price'; choice: PriceChoice | null; isCancelled: boolean } | { kind: 'other'; step: Step };

const model = 'claude-sonnet-4-5';
const price = fc.nat(20_000_000);
const choices: fc.Arbitrary<PriceChoice | null> = fc.oneof(
  fc.constant(null),
  fc.constant({ kind: 'free' as const }),
  fc
    .constantFrom('claude-opus-4-1', 'no-such-model')
    .map((alias) => ({ kind: 'alias' as const, model: alias })),
  fc
    .record({ input: price, output: price })
    .map((perToken) => ({ kind: 'own' as const, prices: [{ from: '2026-11-14', perToken }] })),
);
const mixed: fc.Arbitrary<Mixed[]> = steps.chain((list) =>
  fc
    .array(fc.record({ choice: choices, isCancelled: fc.boolean() }), {
      minLength: list.length,
      maxLength: list.length,
    })
    .map((prices) =>
      list.flatMap((step, index): Mixed[] => [
        { kind: 'other', step },
        ...(index % 2 === 0
          ? []
          : [{ kind: 'price' as const, choice: null, isCancelled: false, ...prices[index] }]),
      ]),
    ),
);

/**
 * After any sequence of imports, undos, moves, merges, deletions and changes of prices, events, rollups and views
 * agree.
 */
it(
  'repricing keeps every invariant, changes nothing twice, and can be undone',
  async () => {
    await fc.assert(
      fc.asyncProperty(mixed, async (list) => {
        const test = await openTestDatabase();
        const { commands } = test;
        for (const id of ['own-0', 'own-1']) addProject(commands, id);
        for (const [number, each] of list.entries()) {
          if (each.kind === 'other') {
            bring(test, each.step, number);
            decisionOf(test, each.step)?.apply();
          } else {
            const before = contents(test);
            commands.savePriceChoice(model, each.choice, testNow);
            if (each.isCancelled) {
              reprice(commands, `run-${number}`, [model], 1);
            } else {
              reprice(commands, `run-${number}`, [model]);
              expect(reprice(commands, `again-${number}`)).toBe(0);
              const after = contents(test);
              undoReprice(commands, `run-${number}`);
              expect(contents(test)).toEqual(before);
              reprice(commands, `redo-${number}`);
              expect(contents(test)).toEqual(after);
            }
          }
          expectLaws(test);
        }
        test.database.db.close();
      }),
      { numRuns: rounds(10, 300), endOnFailure: true },
    );
  },
  rounds(120_000, 3_600_000),
);
