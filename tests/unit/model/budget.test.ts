import { describe, expect, it } from 'vitest';
import {
  activeWarnings,
  budgetIn,
  dueThresholds,
  outlookOf,
  type Budget,
  type BudgetState,
  type BudgetWarning,
} from '../../../src/lib/model/budget';

const budget: Budget = {
  ...{ scope: 'all', scopeKey: '', fromMonth: '2026-10', unit: 'tokens', amount: 1000 },
  thresholds: [50, 80, 100],
};

function state(totalTokens: number, changes: Partial<BudgetState> = {}): BudgetState {
  const use = { totalTokens, costNanoUsd: 0, unpricedTokens: 0, inexactCount: 0 };
  return { ...budget, amount: 1000, month: '2026-11', name: '', use, ...changes };
}

function warned(threshold: number, changes: Partial<BudgetWarning> = {}): BudgetWarning {
  return {
    ...{ scope: 'all', scopeKey: '', month: '2026-11', unit: 'tokens', amount: 1000, threshold },
    ...{ used: 0, name: '', firedAt: 1, dismissedAt: null },
    ...changes,
  };
}

describe('the budget of a month', () => {
  const history: Budget[] = [
    budget,
    { ...budget, fromMonth: '2027-01', amount: null },
    { ...budget, fromMonth: '2026-12', amount: 2000 },
  ];

  it.each([
    ['2026-09', undefined],
    ['2026-10', 1000],
    ['2026-11', 1000],
    ['2026-12', 2000],
    ['2027-01', undefined],
  ])('in %s is %s', (month, amount) => expect(budgetIn(history, month)?.amount).toBe(amount));
});

describe('the outlook of a budget', () => {
  it('gives the day on which the limit is reached at the pace so far', () => {
    // 50 a day: 1000 after 20 days.
    expect(outlookOf(state(500), '2026-11-10')).toMatchObject({
      ...{ kind: 'running', share: 0.5, isOver: false, projected: 1500, reachesOn: '2026-11-20' },
    });
  });

  it('names no day if the month ends first, the limit is already reached, or nothing is used', () => {
    expect(outlookOf(state(300), '2026-11-10')).toMatchObject({ projected: 900, reachesOn: undefined });
    expect(outlookOf(state(1000), '2026-11-10')).toMatchObject({ isOver: false, reachesOn: undefined });
    expect(outlookOf(state(1001), '2026-11-10').isOver).toBe(true);
    expect(outlookOf(state(0), '2026-11-10').reachesOn).toBeUndefined();
  });

  it('never names today or a past day', () => {
    expect(outlookOf(state(999), '2026-11-10').reachesOn).toBe('2026-11-11');
  });

  it('has no projection in the first two days and in other months', () => {
    expect(outlookOf(state(500), '2026-11-02')).toMatchObject({ projected: undefined, reachesOn: undefined });
    expect(outlookOf(state(2000), '2026-12-05')).toMatchObject({
      kind: 'closed',
      isOver: true,
      projected: undefined,
    });
    expect(outlookOf(state(0), '2026-10-05').kind).toBe('ahead');
  });

  it('counts known costs only', () => {
    const use = { totalTokens: 9, costNanoUsd: 400, unpricedTokens: 5, inexactCount: 0 };
    expect(outlookOf(state(0, { unit: 'money', use }), '2026-11-10').used).toBe(400);
  });
});

describe('warnings', () => {
  const today = '2026-11-15';

  it('are due once for each crossed threshold, even several at once', () => {
    expect(dueThresholds(state(499), [], today)).toEqual([]);
    expect(dueThresholds(state(500), [], today)).toEqual([50]);
    expect(dueThresholds(state(1200), [], today)).toEqual([50, 80, 100]);
    expect(dueThresholds(state(1200), [warned(50), warned(80)], today)).toEqual([100]);
  });

  it('are due again when the budget is raised, not when it is lowered', () => {
    expect(
      dueThresholds(state(1200, { amount: 1100 }), [warned(100), warned(50), warned(80)], today),
    ).toEqual([50, 80, 100]);
    expect(dueThresholds(state(1200, { amount: 900 }), [warned(100), warned(50), warned(80)], today)).toEqual(
      [],
    );
  });

  it('are never due for past months', () => {
    expect(dueThresholds(state(5000), [], '2026-12-01')).toEqual([]);
  });

  it('are not suppressed by those of other months, scopes and units', () => {
    const others = [
      warned(50, { month: '2026-10' }),
      warned(50, { scope: 'client', scopeKey: 'ACME' }),
      warned(50, { unit: 'money' }),
    ];
    expect(dueThresholds(state(600), others, today)).toEqual([50]);
  });

  it('show only the highest one per scope and month that was not dismissed', () => {
    const client = warned(50, { scope: 'client', scopeKey: 'ACME', firedAt: 3 });
    expect(activeWarnings([warned(50), warned(80), client])).toEqual([client, warned(80)]);
    expect(activeWarnings([warned(50, { dismissedAt: 5 })])).toEqual([]);
    const raised = warned(50, { amount: 1100, firedAt: 9 });
    expect(activeWarnings([warned(100), raised])).toEqual([raised]);
  });
});
