import type { TokenTotals } from './tokens';

/** Usage of one month. `month` is 'YYYY-MM' in the reporting time zone. No usage is all zeros. */
export interface UsageStats extends TokenTotals {
  month: string;
  eventCount: number;
  /** Events whose log holds a placeholder instead of the final output count: their output is a lower bound. */
  outputNotFinalCount: number;
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
export interface GroupUsage extends TokenTotals {
  key: string | null;
  eventCount: number;
  outputNotFinalCount: number;
}

/** Totals of one day ('YYYY-MM-DD') or month ('YYYY-MM'), civil in the reporting time zone. */
export interface TimelineUsage extends TokenTotals {
  time: string;
  eventCount: number;
  outputNotFinalCount: number;
}

/** One hour (0 to 23) of one weekday (0 is Monday), civil in the reporting time zone. */
export interface WeekHour {
  weekday: number;
  hour: number;
}

export interface HourUsage extends WeekHour {
  totalTokens: number;
  eventCount: number;
}

/** When in the week tokens are used. Only hours with usage are listed. */
export interface UsageHours {
  hours: HourUsage[];
  /** Of providers' daily buckets. */
  tokensWithoutHour: number;
}

/** The last civil day ('YYYY-MM-DD') on which a project was used. */
export interface LastActivity {
  projectId: string;
  date: string;
}

/** Tokens of one value on one day or in one month. */
export interface SeriesUsage {
  time: string;
  key: string | null;
  totalTokens: number;
}
