import type { EventCost } from './event-cost';
import type { TokenTotals } from './tokens';
import type { CountQuality, LlmMode, SourceUsageEvent } from './usage-event';

/** Where a page of events ends: the next one begins behind it. */
export interface UsageEventKey {
  date: string;
  projectId: string;
  occurredAt: number;
  row: number;
}

/** A stored event as the list of events shows it. */
export interface StoredUsageEvent extends TokenTotals, EventCost {
  /** The event's dedupe key; of one recorded by hand its id. */
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
  /** What the tool itself said, whether that is the cost that counts or not. */
  recordedCostNanoUsd: number | null;
  serviceTier: string | null;
  countQuality: CountQuality;
  /** The project that the user gave this event, whatever its path says. */
  chosenProjectId: string | null;
}

/** Newest day first; within a day by project, newest first. */
export interface UsageEventPage {
  events: StoredUsageEvent[];
  /** Null where there are no more. */
  next: UsageEventKey | null;
}
