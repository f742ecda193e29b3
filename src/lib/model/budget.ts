import { dayOf, daysIn, monthOf, type Month } from './months';
import { addDays } from './ranges';
import { projectMonth } from './projection';
import type { CostSums } from './usage-stats';

export type BudgetUnit = 'tokens' | 'money';

/**
 * What a budget applies to: everything, the client with this name, or the project with this id. `key` is '' for
 * everything.
 */
export interface BudgetScope {
  scope: 'all' | 'client' | 'project';
  scopeKey: string;
}

/** A budget that applies from a month on, until a later one of the same scope. */
export interface Budget extends BudgetScope {
  fromMonth: Month;
  unit: BudgetUnit;
  /** Tokens or nano-dollars per month; null ends the budget. */
  amount: number | null;
  /** Percentages at which it warns: integers, ascending. */
  thresholds: number[];
}

/** A budget that applies in a month. */
export interface BudgetInForce extends Budget {
  amount: number;
}

export interface BudgetUse extends CostSums {
  totalTokens: number;
  /** As in `UsageSums`. */
  inexactCount: number;
}

/** A budget in a month, with its usage. */
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
  /** In percent. */
  threshold: number;
  /** The usage at the time of the warning, in tokens or nano-dollars. */
  used: number;
  name: string;
  firedAt: number;
  dismissedAt: number | null;
}

export const defaultThresholds = [50, 80, 100];

/**
 * The budget of a scope in a month: the latest one that had begun by then; undefined if there is none, or it was
 * ended.
 */
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

/** Tokens or nano-dollars, depending on the budget's unit. */
export function usedOf(unit: BudgetUnit, use: BudgetUse): number {
  return unit === 'tokens' ? use.totalTokens : use.costNanoUsd;
}

/**
 * The state of a budget in a month. `running`: the month isn't over. `projected` is the amount at its end by the
 * daily mean so far, from the third day on. `reachesOn` is the day on which that mean reaches the limit, if it still
 * does this month.
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
 * The thresholds that need a warning: crossed in the current month, and without an earlier warning at this limit or a
 * higher one. So nothing warns twice, even if usage is undone and imported again, events are repriced, or the budget
 * is lowered.
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

/** The highest undismissed warning of each scope and month, newest first; lower ones add nothing. */
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
