import { counted } from '../counted';

export const cost = {
  cost: 'Cost',
  show: 'Show',
  measures: { tokens: 'Tokens', money: 'Cost' },
  switchTo: { tokens: 'Show tokens', money: 'Show costs' },
  withoutPrice: (count: number, compact: string) =>
    `${compact} ${count === 1 ? 'token' : 'tokens'} without a price`,
  andUnpriced: (cost: string, unpriced: string) => `${cost} + ${unpriced}`,
  unpriced: 'Tokens without a price',
  unpricedShort: 'Unpriced',
  someUnpriced: 'Some tokens have no price',
  unpricedNote: (unpriced: string) => `Not in these costs: ${unpriced}.`,
  inexact: (count: number) =>
    `≈ marks sums that include ${counted(count, 'event', 'events')} with inexact counts: rounded, for a whole session, or without a split by token kind.`,

  costIn: (month: string) => `Cost, ${month}`,
  costThisMonth: 'Cost this month',
  thisMonth: (cost: string) => `${cost} this month`,
  shortUnpriced: (tokens: string) => `+ ${tokens} unpriced`,
  chartByDay: (group: string, range: string) => `Cost by day and ${group}, ${range}`,
  chartByMonth: (group: string, range: string) => `Cost by month and ${group}, ${range}`,
  timeLabel: (time: string, total: string, parts: string) => `${time}: ${total}. ${parts}`,
  timeUnpriced: (time: string, unpriced: string) => `${time}: ${unpriced}`,
  yearTitle: (year: string) => `Every day of ${year}, in money`,
  hoursTitle: (range: string) => `Cost by weekday and hour, ${range}`,
  hoursUnknown: (cost: string) => `From daily exports, which have no hour: ${cost}.`,

  perEvent: (cost: string) => `${cost} each on average`,
  mostExpensive: 'Most expensive project',
  shareOfCost: (percent: string) => `${percent} of the cost`,
  savedByCache: 'Saved by the cache',
  withoutCache: (cost: string) => `would have been ≈ ${cost} without it`,
  cachePrices: 'at the list prices of short requests',
  cacheUnpriced: (tokens: string) => `excludes ${tokens} cached tokens that have no price`,
  splitLabel: 'Tokens and cost by kind',
  undivided: 'Not split',
  undividedText: 'Not split: costs that a tool recorded, and days with long requests or other prices.',
  tokensInAll: (tokens: string) => `${tokens} tokens in total`,

  qualities: {
    call: 'one call',
    'session-total': 'a session total',
    rounded: 'rounded counts',
    'total-only': 'a total without a split',
    'cost-only': 'a cost only',
  },
  answer: (name: string, month: string, cost: string) => `${name}, ${month}: ${cost}`,
  noUsage: 'no usage',

  how: {
    recorded: 'recorded by the tool',
    computed: 'computed',
    free: 'free: it ran on your own machine',
    unpriced: 'no price known',
  },
};
