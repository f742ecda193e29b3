import type { BudgetScope, BudgetUnit } from '../../model/budget';
import { formatNumber, formatPercent } from '../../texts/format';
import { formatCost } from '../../texts/format-cost';
import { t } from '../../texts/texts';

/** Formats tokens or nano-dollars, depending on the budget's unit. */
export const amountText = (unit: BudgetUnit, amount: number): string =>
  unit === 'tokens' ? formatNumber(amount) : formatCost(amount);

/** With the name of the unit, for places where a bare number would be unclear. */
export const fullAmountText = (unit: BudgetUnit, amount: number): string =>
  unit === 'tokens' ? t.budgets.tokens(amount) : formatCost(amount);

/** How much of a budget is used. Never '100%' before it is. */
export const shareOfBudget = (share: number): string =>
  formatPercent(share < 1 ? Math.min(share, 0.99) : share);

/** @param name the client's or project's name; '' for everything */
export function scopeText({ scope }: Pick<BudgetScope, 'scope'>, name: string): string {
  if (scope === 'all') return t.budgets.everything;
  return scope === 'client' ? t.budgets.client(name) : t.budgets.project(name);
}
