import { dayOf, daysIn, monthOf, type Month } from './months';
import { addDays } from './ranges';
import { projectMonth } from './projection';
import type { CostSums } from './usage-stats';

export type BudgetUnit = 'tokens' | 'money';

/** What a budget is for: everything, the client of this name, or the project of this id. `key` is '' for everything. */
export interface BudgetScope {
  scope: 'all' | 'client' | 'project';
  scopeKey: string;
}

/** What holds from a month on, until a later one of the same scope. */
export interface Budget extends BudgetScope {
  fromMonth: Month;
  unit: BudgetUnit;
  /** Tokens or nano-dollars a month; null ends the budget. */
  amount: number | null;
  /** Whole percents at which it warns, ascending. */
  thresholds: number[];
}

/** A budget that holds in a month. */
export interface BudgetInForce extends Budget {
  amount: number;
}

export interface BudgetUse extends CostSums {
  totalTokens: number;
}

/** A budget in a month, with what was used of it. */
export interface BudgetState extends BudgetInForce {
  month: Month;
  /** The client's or project's name; '' for everything. */
  name: string;
  use: BudgetUse;
}

export interface BudgetWarning extends BudgetScope {
  month: Month;
  unit: BudgetUnit;
  amount: number;
  /** Percent. */
  threshold: number;
  /** When it warned: tokens or nano-dollars. */
  used: number;
  name: string;
  firedAt: number;
  dismissedAt: number | null;
}

export const defaultThresholds = [50, 80, 100];

/** The budget of a scope in a month: the latest that began by then; undefined where there is none, or it was ended. */
export function budgetIn(history: readonly Budget[], month: Month): BudgetInForce | undefined {
  const latest = history
    .filter(({ fromMonth }) => fromMonth <= month)
    .reduce<Budget | undefined>(
      (found, each) => (found === undefined || each.fromMonth > found.fromMonth ? each : found),
      undefined,
    );
  if (latest?.amount == null) return undefined;
  return { ...latest, amount: latest.amount };
}

/** Tokens or nano-dollars, as the budget counts. */
export function usedOf(unit: BudgetUnit, use: BudgetUse): number {
  return unit === 'tokens' ? use.totalTokens : use.costNanoUsd;
}

/**
 * How a budget's month stands. `running`: the month goes on. `projected` is what it ends at by the daily mean so far, from the
 * third day on; `reachesOn` the day on which that mean reaches the limit, where it still will this month.
 */
export interface BudgetOutlook {
  kind: 'running' | 'closed' | 'ahead';
  used: number;
  /** 1 is the whole budget. */
  share: number;
  isOver: boolean;
  projected: number | undefined;
  reachesOn: string | undefined;
}

/** @param today civil, in the reporting time zone */
export function outlookOf(
  { unit, amount, month, use }: Pick<BudgetState, 'unit' | 'amount' | 'month' | 'use'>,
  today: string,
): BudgetOutlook {
  const used = usedOf(unit, use);
  const current = monthOf(today);
  const kind = month === current ? 'running' : month < current ? 'closed' : 'ahead';
  const projection = projectMonth(used, month, today);
  const isOver = used > amount;
  const outlook = { kind, used, share: used / amount, isOver, projected: projection?.totalTokens } as const;
  if (projection === undefined || used >= amount || used === 0) return { ...outlook, reachesOn: undefined };
  const day = Math.ceil((amount * dayOf(today)) / used);
  const reachesOn =
    day > daysIn(month) ? undefined : addDays(`${month}-01`, Math.max(day, dayOf(today) + 1) - 1);
  return { ...outlook, reachesOn };
}

/**
 * The thresholds that are due to warn: crossed, in the running month, and not warned of before at this limit or a higher
 * one. So nothing warns twice, whether usage was undone and came again, was priced anew, or the budget was lowered.
 */
export function dueThresholds(
  state: BudgetState,
  warnings: readonly Pick<BudgetWarning, 'scope' | 'scopeKey' | 'month' | 'unit' | 'amount' | 'threshold'>[],
  today: string,
): number[] {
  if (state.month !== monthOf(today)) return [];
  const used = usedOf(state.unit, state.use);
  return state.thresholds.filter(
    (threshold) =>
      used * 100 >= state.amount * threshold &&
      !warnings.some(
        (each) =>
          isSameScope(each, state) &&
          each.month === state.month &&
          each.unit === state.unit &&
          each.threshold === threshold &&
          each.amount >= state.amount,
      ),
  );
}

export function isSameScope(one: BudgetScope, other: BudgetScope): boolean {
  return one.scope === other.scope && one.scopeKey === other.scopeKey;
}

/** Of the warnings that nobody dismissed, the highest of each scope and month, newest first: the lower ones say no more. */
export function activeWarnings(warnings: readonly BudgetWarning[]): BudgetWarning[] {
  const open = warnings.filter(({ dismissedAt }) => dismissedAt === null);
  return open
    .filter(
      (each) =>
        !open.some(
          (other) =>
            isSameScope(each, other) &&
            each.month === other.month &&
            (other.firedAt > each.firedAt ||
              (other.firedAt === each.firedAt && other.threshold > each.threshold)),
        ),
    )
    .sort((a, b) => b.firedAt - a.firedAt);
}
