import type { CostByKind } from './cost-by-kind';
import { addTokens, noTokens, withTotals, type TokenTotals } from './tokens';

/** What is known about the cost of some usage. */
export interface CostSums {
  /**
   * The cost of all events with a known cost, in nano-dollars: an integer, exact up to 2^53, which is nine million
   * dollars.
   */
  costNanoUsd: number;
  /** Total tokens of the events whose cost is unknown. Unless it is 0, `costNanoUsd` is a lower bound. */
  unpricedTokens: number;
}

/** What every sum of usage contains. */
export interface UsageSums extends TokenTotals, CostSums {
  eventCount: number;
  /** Events whose log holds a placeholder instead of the final output count: their output is a lower bound. */
  outputNotFinalCount: number;
  /**
   * Events other than single calls with all counters as recorded: session totals, rounded counts, totals without a
   * split.
   */
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

/** The usage of one month. `month` is 'YYYY-MM' in the reporting time zone. Without usage, all numbers are zero. */
export interface UsageStats extends UsageSums {
  month: string;
  /** `costNanoUsd` by kind of token. */
  costNanoUsdByKind: CostByKind;
}

export interface ProjectUsageStats extends UsageStats {
  projectId: string;
  projectName: string;
  clientName: string | null;
}

/** `projects` holds every project, largest total first, then by name. They add up to `global` in every counter. */
export interface AllUsageStats {
  month: string;
  global: UsageStats;
  projects: ProjectUsageStats[];
}

const breakdownKeys = ['model', 'provider', 'source', 'eventType', 'llmMode', 'path'] as const;
/** How a range of days can be grouped when no single project is asked for. */
export const usageGroupKeys = ['project', ...breakdownKeys] as const;
export type UsageGroupKey = (typeof usageGroupKeys)[number];

/** The totals of one group over a range of days. `key` is a project's id or another value; null if it is unknown. */
export interface GroupUsage extends UsageSums {
  key: string | null;
}

/** The totals of one day ('YYYY-MM-DD') or month ('YYYY-MM'), civil in the reporting time zone. */
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
  /** See `UsageSums`. */
  inexactCount: number;
}

/** When tokens are used during the week. Hours without usage are omitted. */
export interface UsageHours {
  hours: HourUsage[];
  /** Usage in providers' daily buckets, whose hour is unknown; the next field counts the same. */
  tokensWithoutHour: number;
  costNanoUsdWithoutHour: number;
  unpricedTokensWithoutHour: number;
  inexactCountWithoutHour: number;
}

/** The last civil day ('YYYY-MM-DD') on which a project had usage. */
export interface LastActivity {
  projectId: string;
  date: string;
}

/** The tokens and cost of one group on one day or in one month. */
export interface SeriesUsage extends CostSums {
  time: string;
  key: string | null;
  totalTokens: number;
}
