import { defaultThresholds, type Budget, type BudgetScope, type BudgetUnit } from '../../model/budget';
import { isMonth } from '../../model/months';

const nanoPerDollar = 1e9;
/** A million dollars, or as many tokens as fit an integer. Anything above is a typing error. */
const mostDollars = 1_000_000;

/** A budget in a form. */
export class BudgetDraft {
  /** 'all:', 'client:NAME' or 'project:ID'. */
  scope = $state('all:');
  unit = $state<BudgetUnit>('money');
  amount = $state<number | null>(null);
  from = $state('');
  thresholds = $state('');

  constructor(budget: Budget | undefined, month: string) {
    this.from = month;
    this.thresholds = (budget?.thresholds ?? defaultThresholds).join(', ');
    if (budget === undefined) return;
    this.scope = `${budget.scope}:${budget.scopeKey}`;
    this.unit = budget.unit;
    const { amount } = budget;
    this.amount = amount === null ? null : budget.unit === 'money' ? amount / nanoPerDollar : amount;
  }

  get isMonthValid(): boolean {
    return isMonth(this.from);
  }

  /** Tokens or nano-dollars; undefined if it isn't an amount. */
  get amountInUnits(): number | undefined {
    const amount = this.amount ?? 0;
    const units = Math.round(this.unit === 'money' ? amount * nanoPerDollar : amount);
    const most = this.unit === 'money' ? mostDollars * nanoPerDollar : Number.MAX_SAFE_INTEGER;
    return units >= 1 && units <= most ? units : undefined;
  }

  /** Ascending, without duplicates; undefined if the field contains anything else. */
  get thresholdList(): number[] | undefined {
    const parts = this.thresholds.split(/[,;\s%]+/).filter((part) => part !== '');
    const numbers = parts.map(Number);
    if (numbers.length > 10 || numbers.some((each) => !Number.isInteger(each) || each < 1 || each > 1000)) {
      return undefined;
    }
    return numbers.filter((each, index) => numbers.indexOf(each) === index).sort((a, b) => a - b);
  }

  /** Undefined while a field is missing. */
  get value(): Budget | undefined {
    const { amountInUnits: amount, thresholdList: thresholds } = this;
    if (amount === undefined || thresholds === undefined || !this.isMonthValid) return undefined;
    const at = this.scope.indexOf(':');
    const scope = this.scope.slice(0, at) as BudgetScope['scope'];
    return {
      ...{ scope, scopeKey: this.scope.slice(at + 1), fromMonth: this.from },
      ...{ unit: this.unit, amount, thresholds },
    };
  }
}
