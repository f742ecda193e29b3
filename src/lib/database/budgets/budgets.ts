import {
  budgetIn,
  isSameScope,
  type Budget,
  type BudgetScope,
  type BudgetState,
  type BudgetUse,
} from '../../model/budget';
import type { Month } from '../../model/months';
import type { Connection } from '../context';
import { all, run } from '../sql/statements';

/** The whole history, by scope, oldest first. */
export function getBudgets(connection: Connection): Budget[] {
  return all<Omit<Budget, 'thresholds'> & { thresholds: string }>(
    connection,
    'SELECT scope, scope_key, from_month, unit, amount, thresholds FROM budgets ORDER BY scope, scope_key, from_month',
  ).map(({ thresholds, ...budget }) => ({ ...budget, thresholds: JSON.parse(thresholds) as number[] }));
}

/** Sets the budget from its month on; earlier months keep theirs. */
export function saveBudget(connection: Connection, budget: Budget, savedAt: number): void {
  const { scope, scopeKey, fromMonth, unit, amount, thresholds } = budget;
  run(
    connection,
    `INSERT INTO budgets (scope, scope_key, from_month, unit, amount, thresholds, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (scope, scope_key, from_month) DO UPDATE SET
       unit = excluded.unit, amount = excluded.amount, thresholds = excluded.thresholds, updated_at = excluded.updated_at`,
    [scope, scopeKey, fromMonth, unit, amount, JSON.stringify(thresholds), savedAt],
  );
}

/** Deletes one step of a budget's history, as if it had never existed. False if there is no such step. */
export function deleteBudget(connection: Connection, scope: BudgetScope, fromMonth: Month): boolean {
  const sql = 'DELETE FROM budgets WHERE scope = ? AND scope_key = ? AND from_month = ?';
  return run(connection, sql, [scope.scope, scope.scopeKey, fromMonth]) > 0;
}

interface ProjectUse extends BudgetUse {
  id: string;
  name: string;
  clientName: string | null;
}

/**
 * The budgets that apply in a month, with their usage: first the one for everything, then clients, then projects, by
 * name. Excludes budgets of deleted and merged projects, and of clients without a project.
 */
export function getBudgetStates(connection: Connection, month: Month): BudgetState[] {
  const projects = all<ProjectUse>(
    connection,
    `SELECT project.id, name, client_name, coalesce(total_tokens, 0) AS total_tokens,
       coalesce(cost_nano_usd, 0) AS cost_nano_usd, coalesce(unpriced_tokens, 0) AS unpriced_tokens,
       coalesce(inexact_count, 0) AS inexact_count
     FROM projects AS project LEFT JOIN usage_monthly AS usage ON usage.project_id = project.id AND month = ?
     WHERE deleted_at IS NULL AND merged_into IS NULL`,
    [month],
  );
  const order = ['all', 'client', 'project'];
  return scopesOf(getBudgets(connection))
    .flatMap((history): BudgetState[] => {
      const budget = budgetIn(history, month);
      const own = budget && projects.filter((project) => isOf(project, budget));
      if (!budget || !own || (own.length === 0 && budget.scope !== 'all')) return [];
      const name = budget.scope === 'project' ? (own[0]?.name ?? '') : budget.scopeKey;
      return [{ ...budget, month, name, use: sumOf(own) }];
    })
    .sort((a, b) => order.indexOf(a.scope) - order.indexOf(b.scope) || a.name.localeCompare(b.name));
}

function scopesOf(budgets: readonly Budget[]): Budget[][] {
  const scopes: Budget[][] = [];
  for (const budget of budgets) {
    const known = scopes.find(([first]) => first !== undefined && isSameScope(first, budget));
    if (known) known.push(budget);
    else scopes.push([budget]);
  }
  return scopes;
}

function isOf(project: ProjectUse, { scope, scopeKey }: BudgetScope): boolean {
  if (scope === 'all') return true;
  return scope === 'client' ? project.clientName === scopeKey : project.id === scopeKey;
}

function sumOf(projects: readonly BudgetUse[]): BudgetUse {
  return projects.reduce<BudgetUse>(
    (sum, each) => ({
      totalTokens: sum.totalTokens + each.totalTokens,
      costNanoUsd: sum.costNanoUsd + each.costNanoUsd,
      unpricedTokens: sum.unpricedTokens + each.unpricedTokens,
      inexactCount: sum.inexactCount + each.inexactCount,
    }),
    { totalTokens: 0, costNanoUsd: 0, unpricedTokens: 0, inexactCount: 0 },
  );
}
