import { monthOf } from '../../model/months';
import { monthPeriod, neighbour, type Period } from '../../model/ranges';
import { settings } from '../database/settings.svelte';
import { pendingView, showView } from './view.svelte';

export type PeriodStep = 'previous' | 'next' | 'current';

/** The period that a step from the pending one leads to: before it, after it, or the current month. */
export function steppedPeriod(step: PeriodStep): Period {
  if (step === 'current') return monthPeriod(monthOf(settings.today));
  return neighbour(pendingView().period, step === 'next' ? 1 : -1, settings.today);
}

/** Whether a step leads nowhere: into the future, or to what is shown. */
export function isUseless(step: PeriodStep): boolean {
  const { kind, from } = pendingView().period;
  const target = steppedPeriod(step);
  return step === 'current' ? kind === 'month' && from === target.from : target.from > settings.today;
}

/** Takes a step, unless it leads nowhere. */
export async function stepPeriod(step: PeriodStep): Promise<void> {
  if (!isUseless(step)) await showView({ period: steppedPeriod(step) });
}
