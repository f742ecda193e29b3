import { isSameScope, usedOf, type BudgetScope, type BudgetState, type BudgetUnit } from './budget';
import type { Month } from './months';

/** One budget over the months of a year in which it applied: planned and used, in tokens or nano-dollars. */
export interface BudgetYear extends BudgetScope {
  unit: BudgetUnit;
  name: string;
  planned: number;
  used: number;
  /** Tokens with an unknown cost; 0 for a budget in tokens. */
  unpricedTokens: number;
  inexactCount: number;
  overIn: Month[];
}

/**
 * Adds up months, with one entry per scope and unit, in their order.
 * @param months the states of each month
 */
export function addUpYear(months: readonly (readonly BudgetState[])[]): BudgetYear[] {
  const years: BudgetYear[] = [];
  for (const state of months.flat()) {
    let year = years.find((each) => isSameScope(each, state) && each.unit === state.unit);
    if (year === undefined) {
      const { scope, scopeKey, unit, name } = state;
      year = {
        scope,
        scopeKey,
        unit,
        name,
        planned: 0,
        used: 0,
        unpricedTokens: 0,
        inexactCount: 0,
        overIn: [],
      };
      years.push(year);
    }
    const used = usedOf(state.unit, state.use);
    year.planned += state.amount;
    year.used += used;
    year.inexactCount += state.use.inexactCount;
    if (state.unit === 'money') year.unpricedTokens += state.use.unpricedTokens;
    if (used > state.amount) year.overIn.push(state.month);
  }
  return years;
}
