import { addTokens, noTokens, withTotals, type TokenTotals } from './tokens';

/** What is known of the costs of some usage. */
export interface CostSums {
  /** Nano-dollars of all events whose cost is known: whole, and exact up to 2^53 of them, nine million dollars. */
  costNanoUsd: number;
  /** Total tokens of the events whose cost is not known: where this is not 0, `costNanoUsd` is a lower bound. */
  unpricedTokens: number;
}

/** What every sum of usage says. */
export interface UsageSums extends TokenTotals, CostSums {
  eventCount: number;
  /** Events whose log holds a placeholder instead of the final output count: their output is a lower bound. */
  outputNotFinalCount: number;
  /** Events that are not one call with every counter as recorded: sums of sessions, rounded counts, totals without a split. */
  inexactCount: number;
}

export const noUsage: UsageSums = {
  ...withTotals(noTokens),
  costNanoUsd: 0,
  unpricedTokens: 0,
  eventCount: 0,
  outputNotFinalCount: 0,
  inexactCount: 0,
};

export function addUsage(a: UsageSums, b: UsageSums): UsageSums {
  return {
    ...withTotals(addTokens(a, b)),
    costNanoUsd: a.costNanoUsd + b.costNanoUsd,
    unpricedTokens: a.unpricedTokens + b.unpricedTokens,
    eventCount: a.eventCount + b.eventCount,
    outputNotFinalCount: a.outputNotFinalCount + b.outputNotFinalCount,
    inexactCount: a.inexactCount + b.inexactCount,
  };
}

/** Usage of one month. `month` is 'YYYY-MM' in the reporting time zone. No usage is all zeros. */
export interface UsageStats extends UsageSums {
  month: string;
}

export interface ProjectUsageStats extends UsageStats {
  projectId: string;
  projectName: string;
  clientName: string | null;
}

/** `projects` holds every project, largest total first (then by name); they sum to `global` in every counter. */
export interface AllUsageStats {
  month: string;
  global: UsageStats;
  projects: ProjectUsageStats[];
}

const breakdownKeys = ['model', 'provider', 'source', 'eventType', 'llmMode', 'path'] as const;
/** By what a range of days can be grouped where no single project is asked for. */
export const usageGroupKeys = ['project', ...breakdownKeys] as const;
export type UsageGroupKey = (typeof usageGroupKeys)[number];

/** Totals of one value over a range of days; `key` is a project's id, or null where the value is unknown. */
export interface GroupUsage extends UsageSums {
  key: string | null;
}

/** Totals of one day ('YYYY-MM-DD') or month ('YYYY-MM'), civil in the reporting time zone. */
export interface TimelineUsage extends UsageSums {
  time: string;
}

/** One hour (0 to 23) of one weekday (0 is Monday), civil in the reporting time zone. */
export interface WeekHour {
  weekday: number;
  hour: number;
}

export interface HourUsage extends WeekHour, CostSums {
  totalTokens: number;
  eventCount: number;
}

/** When in the week tokens are used. Only hours with usage are listed. */
export interface UsageHours {
  hours: HourUsage[];
  /** Of providers' daily buckets, as the next two are. */
  tokensWithoutHour: number;
  costNanoUsdWithoutHour: number;
  unpricedTokensWithoutHour: number;
}

/** The last civil day ('YYYY-MM-DD') on which a project was used. */
export interface LastActivity {
  projectId: string;
  date: string;
}

/** Tokens and costs of one value on one day or in one month. */
export interface SeriesUsage extends CostSums {
  time: string;
  key: string | null;
  totalTokens: number;
}
