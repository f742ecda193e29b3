import { beforeEach, describe, expect, it } from 'vitest';
import type { Budget } from '../../../src/lib/model/budget';
import { openTestDatabase, testNow, type TestDatabase } from './open';
import { reprice, undoReprice } from './reprice';
import { addProject, importBatches, manualEvent, sourceEvent } from './samples';

let test: TestDatabase;

function budget(changes: Partial<Budget> = {}): Budget {
  return {
    ...{ scope: 'all', scopeKey: '', fromMonth: '2026-11', unit: 'tokens', amount: 1000 },
    thresholds: [50, 80, 100],
    ...changes,
  };
}

const use = (id: string, inputTokens: number, more = {}) =>
  test.commands.recordUsageEvent(manualEvent({ id, inputTokens, outputTokens: 0, ...more }));
const fired = () => test.commands.recordBudgetWarnings(testNow).map(({ threshold }) => threshold);

beforeEach(async () => {
  test = await openTestDatabase();
  addProject(test.commands, 'alpha');
  addProject(test.commands, 'beta');
  test.commands.updateProject('alpha', { clientName: 'ACME' }, testNow);
});

describe('budgets', () => {
  it('apply from a month on, and past months keep theirs', () => {
    test.commands.saveBudget(budget({ fromMonth: '2026-09' }), testNow);
    test.commands.saveBudget(budget({ amount: 2000 }), testNow);
    const amount = (month: string) => test.commands.getBudgetStates(month)[0]?.amount;
    expect(['2026-08', '2026-10', '2026-11'].map(amount)).toEqual([undefined, 1000, 2000]);
    expect(test.commands.deleteBudget(budget(), '2026-11')).toBe(true);
    expect(amount('2026-11')).toBe(1000);
  });

  it('count everything, a client, or a project', () => {
    use('a', 100);
    use('b', 10, { projectId: 'beta' });
    for (const scope of [
      budget(),
      budget({ scope: 'client', scopeKey: 'ACME' }),
      budget({ scope: 'project', scopeKey: 'beta' }),
      budget({ scope: 'client', scopeKey: 'nobody' }),
    ])
      test.commands.saveBudget(scope, testNow);
    expect(test.commands.getBudgetStates('2026-11').map((each) => [each.name, each.use.totalTokens])).toEqual(
      [
        ['', 110],
        ['ACME', 100],
        ['beta', 10],
      ],
    );
  });

  it.each([
    { amount: 0 },
    { amount: -1 },
    { fromMonth: '2026-13' },
    { thresholds: [0] },
    { unit: 'credits' as never },
    { scope: 'team' as never },
  ])('refuse %j', (changes) => {
    expect(() => test.commands.saveBudget(budget(changes), testNow)).toThrow(
      expect.objectContaining({ code: 'BadInput' }),
    );
  });
});

describe('warnings of budgets', () => {
  beforeEach(() => test.commands.saveBudget(budget(), testNow));

  it('are recorded once for each threshold, even when several are crossed at once', () => {
    use('a', 499);
    expect(fired()).toEqual([]);
    use('b', 1);
    expect(test.commands.getDueBudgetWarnings()).toBe(1);
    expect(fired()).toEqual([50]);
    use('c', 700);
    expect(fired()).toEqual([80, 100]);
    expect(fired()).toEqual([]);
  });

  it('are recorded once even if an import is undone and repeated', () => {
    const events = [sourceEvent({ inputTokens: 2000 })];
    importBatches(test.commands, 'import-1', [{ events }]);
    expect(fired()).toEqual([50, 80, 100]);
    test.commands.undoImport('import-1', testNow);
    importBatches(test.commands, 'import-2', [{ events }]);
    expect(fired()).toEqual([]);
  });

  it('about money are recorded once even if events are repriced and reverted', () => {
    test.commands.saveBudget(budget({ unit: 'money', amount: 1_000_000 }), testNow);
    use('a', 1000, { model: 'house-1' });
    expect(fired()).toEqual([]);
    const price = { kind: 'own' as const, prices: [{ from: null, perToken: { input: 2_000_000 } }] };
    test.commands.savePriceChoice('house-1', price, testNow);
    reprice(test.commands, 'run');
    expect(fired()).toEqual([50, 80, 100]);
    undoReprice(test.commands, 'run');
    reprice(test.commands, 'again');
    expect(fired()).toEqual([]);
  });

  it('are recorded again only when the budget is raised', () => {
    use('a', 1000);
    expect(fired()).toEqual([50, 80, 100]);
    test.commands.saveBudget(budget({ amount: 900 }), testNow);
    expect(fired()).toEqual([]);
    test.commands.saveBudget(budget({ amount: 1200 }), testNow);
    expect(fired()).toEqual([50, 80]);
  });

  it('are never recorded for usage in past months', () => {
    test.commands.saveBudget(budget({ fromMonth: '2026-01' }), testNow);
    use('a', 5000, { occurredAt: Date.UTC(2026, 9, 3) });
    expect(fired()).toEqual([]);
  });

  it('stay open until dismissed, and stay in the list afterwards', () => {
    use('a', 600);
    fired();
    const scope = { scope: 'all' as const, scopeKey: '' };
    test.commands.dismissBudgetWarnings(scope, '2026-11', testNow, testNow + 5);
    expect(test.commands.getBudgetWarnings()).toMatchObject([{ threshold: 50, dismissedAt: testNow + 5 }]);
    use('b', 300);
    expect(test.commands.recordBudgetWarnings(testNow + 9)).toMatchObject([
      { threshold: 80, dismissedAt: null },
    ]);
  });
});
