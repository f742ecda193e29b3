import { isSameScope, type Budget } from '../../model/budget';
import { call } from '../database/connection.svelte';
import { undoable, undoStack } from '../shell/undo.svelte';

/** Sets the budget from its month on; undo restores the previous one. */
export const saveBudget = undoable(async (budget: Budget, said: string): Promise<void> => {
  const before = (await call('getBudgets')).find(
    (each) => isSameScope(each, budget) && each.fromMonth === budget.fromMonth,
  );
  await call('saveBudget', budget, Date.now());
  undoStack.offer(said, () =>
    before === undefined
      ? call('deleteBudget', { scope: budget.scope, scopeKey: budget.scopeKey }, budget.fromMonth)
      : call('saveBudget', before, Date.now()),
  );
});

/** Ends the budget from its month on; earlier months keep theirs. */
export const endBudget = (budget: Budget, said: string): Promise<void> =>
  saveBudget({ ...budget, amount: null }, said);

/** Removes one step of a budget's history, as if it had never been saved. The step before then applies to its months. */
export const removeBudgetStep = undoable(async (step: Budget, said: string): Promise<void> => {
  const { scope, scopeKey, fromMonth, unit, amount, thresholds } = step;
  await call('deleteBudget', { scope, scopeKey }, fromMonth);
  undoStack.offer(said, () =>
    call('saveBudget', { scope, scopeKey, fromMonth, unit, amount, thresholds }, Date.now()),
  );
});
