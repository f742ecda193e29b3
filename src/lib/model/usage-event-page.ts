import type { EventCost } from './event-cost';
import type { TokenTotals } from './tokens';
import type { CountQuality, LlmMode, SourceUsageEvent } from './usage-event';

/** The last event of a page: the next page begins after it. */
export interface UsageEventKey {
  date: string;
  projectId: string;
  occurredAt: number;
  row: number;
}

/** A stored event as the list of events shows it. */
export interface StoredUsageEvent extends TokenTotals, EventCost {
  /** The event's dedupe key; for an event recorded by hand, its id. */
  id: string;
  row: number;
  projectId: string;
  date: string;
  /** UTC milliseconds. */
  occurredAt: number;
  granularity: SourceUsageEvent['granularity'];
  source: string;
  sessionId: string | null;
  provider: string | null;
  model: string | null;
  path: string | null;
  eventType: string;
  llmMode: LlmMode;
  isOutputFinal: boolean;
  /** The cost that the tool recorded, even if another one counts. */
  recordedCostNanoUsd: number | null;
  serviceTier: string | null;
  countQuality: CountQuality;
  /** The project that the user moved this event to, regardless of its path. */
  chosenProjectId: string | null;
}

/** Newest day first; within a day grouped by project, newest first. */
export interface UsageEventPage {
  events: StoredUsageEvent[];
  /** Null on the last page. */
  next: UsageEventKey | null;
}
