import {
  dueThresholds,
  usedOf,
  type BudgetScope,
  type BudgetState,
  type BudgetWarning,
} from '../../model/budget';
import { civilDate } from '../../model/civil-time';
import { monthOf, type Month } from '../../model/months';
import type { Connection, DatabaseContext } from '../context';
import { all, run } from '../sql/statements';
import { reportingTimeZone } from '../settings/settings';
import { getBudgetStates } from './budgets';

const columns = 'scope, scope_key, month, unit, amount, threshold, used, name, fired_at, dismissed_at';

/** Newest first, up to 500. */
export function getBudgetWarnings(connection: Connection): BudgetWarning[] {
  return all(
    connection,
    `SELECT ${columns} FROM budget_warnings ORDER BY fired_at DESC, threshold DESC, scope, scope_key LIMIT 500`,
  );
}

/**
 * How many thresholds were crossed in the current month without a warning so far: if any, call
 * `recordBudgetWarnings`.
 */
export function getDueBudgetWarnings(database: DatabaseContext): number {
  return due(database).reduce((count, { thresholds }) => count + thresholds.length, 0);
}

/**
 * Records the thresholds that were crossed in the current month. Each is returned once, to the tab that asks first.
 * @returns the new warnings
 */
export function recordBudgetWarnings(database: DatabaseContext, firedAt: number): BudgetWarning[] {
  return due(database).flatMap(({ state, thresholds }) =>
    thresholds.map((threshold) => {
      const { scope, scopeKey, month, unit, amount, name } = state;
      const used = usedOf(unit, state.use);
      run(
        database,
        `INSERT INTO budget_warnings (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL) ON CONFLICT DO NOTHING`,
        [scope, scopeKey, month, unit, amount, threshold, used, name, firedAt],
      );
      return { scope, scopeKey, month, unit, amount, threshold, used, name, firedAt, dismissedAt: null };
    }),
  );
}

/** Dismisses all warnings of a scope and month up to a time; later ones haven't been seen yet. */
export function dismissBudgetWarnings(
  connection: Connection,
  { scope, scopeKey }: BudgetScope,
  month: Month,
  upTo: number,
  dismissedAt: number,
): void {
  run(
    connection,
    `UPDATE budget_warnings SET dismissed_at = ?5
     WHERE scope = ?1 AND scope_key = ?2 AND month = ?3 AND fired_at <= ?4 AND dismissed_at IS NULL`,
    [scope, scopeKey, month, upTo, dismissedAt],
  );
}

function due(database: DatabaseContext): { state: BudgetState; thresholds: number[] }[] {
  const today = civilDate(database.now(), reportingTimeZone(database));
  const month = monthOf(today);
  const states = getBudgetStates(database, month);
  if (states.length === 0) return [];
  const warnings = all<BudgetWarning>(database, `SELECT ${columns} FROM budget_warnings WHERE month = ?`, [
    month,
  ]);
  return states.map((state) => ({ state, thresholds: dueThresholds(state, warnings, today) }));
}
