import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../budget';
import { openTestDatabase, testNow } from './open';
import { reprice, undoReprice } from './reprice';
import { importBatches, sourceEvent } from './samples';

const thresholds = [50, 80, 100];
const model = 'house-1';
const nat = (max: number) => fc.nat({ max });
const step = fc.oneof(
  // Some of them in the month before, which never warns.
  fc.record({ kind: fc.constant('import' as const), tokens: nat(900), days: fc.constantFrom(0, 3, 30) }),
  fc.record({ kind: fc.constant('undo' as const), one: nat(9) }),
  fc.record({ kind: fc.constant('price' as const), input: nat(4), isUndone: fc.boolean() }),
  fc.record({ kind: fc.constant('budget' as const), amount: fc.integer({ min: 1, max: 30 }) }),
);

it.each(['tokens', 'money'] as const)(
  'a threshold in %s fires once for a limit and those below it, after any sequence of changes and in any tab',
  async (unit) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (list) => {
        const { commands, database } = await openTestDatabase();
        let limit = 1000;
        const save = (amount: number) => {
          limit = amount;
          const scope = { scope: 'all', scopeKey: '', fromMonth: '2026-11' } as const;
          commands.saveBudget({ ...scope, unit, amount, thresholds }, testNow);
        };
        save(limit);
        const highest = new Map<number, number>();
        for (const [number, each] of list.entries()) {
          if (each.kind === 'import') {
            const tokens = { inputTokens: each.tokens, cacheReadTokens: 0, cacheWrite5mTokens: 0 };
            const event = sourceEvent({
              ...{ dedupeKey: `test:${number}`, model, provider: null, ...tokens },
              ...{ cacheWrite1hTokens: 0, outputTokens: 0, reasoningTokens: 0 },
              occurredAt: testNow - each.days * 86_400_000,
            });
            importBatches(commands, `import-${number}`, [{ events: [event] }]);
          } else if (each.kind === 'undo') {
            const imports = database.db.selectValues('SELECT id FROM imports ORDER BY id') as string[];
            const id = imports[each.one % Math.max(1, imports.length)];
            if (id !== undefined) commands.undoImport(id, testNow);
          } else if (each.kind === 'price') {
            const prices = [{ from: null, perToken: { input: each.input * 1000 } }];
            commands.savePriceChoice(model, { kind: 'own', prices }, testNow);
            reprice(commands, `run-${number}`);
            if (each.isUndone) undoReprice(commands, `run-${number}`);
          } else save(each.amount * 100);

          const { totalTokens, costNanoUsd } = commands.getGlobalUsageStats('2026-11');
          const used = unit === 'tokens' ? totalTokens : costNanoUsd;
          const due = thresholds.filter(
            (threshold) => used * 100 >= limit * threshold && (highest.get(threshold) ?? 0) < limit,
          );
          for (const threshold of due) highest.set(threshold, limit);
          expect(commands.recordBudgetWarnings(testNow).map(({ threshold }) => threshold)).toEqual(due);
          // What another tab asks, which has seen the same change.
          expect(commands.getDueBudgetWarnings()).toBe(0);
          expect(commands.recordBudgetWarnings(testNow)).toEqual([]);
        }
        database.db.close();
      }),
      { numRuns: rounds(15, 300) },
    );
  },
  rounds(20_000, 600_000),
);
