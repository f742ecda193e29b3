import type { BudgetScope, BudgetUnit } from '../../model/budget';
import { formatNumber } from '../../texts/format';
import { formatCost } from '../../texts/format-cost';
import { t } from '../../texts/texts';

/** Formats tokens or nano-dollars, depending on the budget's unit. */
export const amountText = (unit: BudgetUnit, amount: number): string =>
  unit === 'tokens' ? formatNumber(amount) : formatCost(amount);

/** With the name of the unit, for places where a bare number would be unclear. */
export const fullAmountText = (unit: BudgetUnit, amount: number): string =>
  unit === 'tokens' ? `${formatNumber(amount)} ${t.budgets.units.tokens}` : formatCost(amount);

/** @param name the client's or project's name; '' for everything */
export function scopeText({ scope }: Pick<BudgetScope, 'scope'>, name: string): string {
  if (scope === 'all') return t.budgets.everything;
  return scope === 'client' ? t.budgets.client(name) : t.budgets.project(name);
}
