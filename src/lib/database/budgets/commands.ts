import * as v from 'valibot';
import type { Budget } from '../../model/budget';
import { isMonth } from '../../model/months';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import { deleteBudget, getBudgets, getBudgetStates, saveBudget } from './budgets';
import {
  dismissBudgetWarnings,
  getBudgetWarnings,
  getDueBudgetWarnings,
  recordBudgetWarnings,
} from './warnings';

const monthHint = "Give a month as 'YYYY-MM'.";
const month = v.pipe(
  v.string(monthHint),
  v.check((text) => isMonth(text), monthHint),
);
const entries = {
  scope: v.picklist(['all', 'client', 'project'], "Give the scope as 'all', 'client' or 'project'."),
  scopeKey: v.pipe(v.string('Give whose budget it is.'), v.maxLength(300)),
};
const scope = v.object(entries, 'Give whose budget it is.');
const budget: v.GenericSchema<Budget> = v.object(
  {
    ...entries,
    fromMonth: month,
    unit: v.picklist(['tokens', 'money'], "Give the unit as 'tokens' or 'money'."),
    amount: v.nullable(v.pipe(shape.wholeNumber, v.minValue(1, 'Give an amount above 0.'))),
    thresholds: v.pipe(
      v.array(
        v.pipe(
          shape.wholeNumber,
          v.minValue(1, 'Give thresholds of 1 to 1,000 percent.'),
          v.maxValue(1000, 'Give thresholds of 1 to 1,000 percent.'),
        ),
      ),
      v.maxLength(10, 'Give at most ten thresholds.'),
      v.transform((list) => [...new Set(list)].sort((a, b) => a - b)),
    ),
  },
  'Give a budget.',
);

export const budgetCommands = {
  getBudgets: define({ args: [], reads: ['budgets'], run: getBudgets }),
  saveBudget: define({ args: [budget, shape.time], changes: ['budgets'], run: saveBudget }),
  deleteBudget: define({ args: [scope, month], changes: ['budgets'], run: deleteBudget }),
  getBudgetStates: define({
    args: [month],
    reads: ['budgets', 'usage', 'projects'],
    run: getBudgetStates,
  }),
  getBudgetWarnings: define({ args: [], reads: ['budgets'], run: getBudgetWarnings }),
  getDueBudgetWarnings: define({
    args: [],
    reads: ['budgets', 'usage', 'projects', 'settings'],
    run: getDueBudgetWarnings,
  }),
  recordBudgetWarnings: define({ args: [shape.time], changes: ['budgets'], run: recordBudgetWarnings }),
  dismissBudgetWarnings: define({
    args: [scope, month, shape.time, shape.time],
    changes: ['budgets'],
    run: dismissBudgetWarnings,
  }),
};
