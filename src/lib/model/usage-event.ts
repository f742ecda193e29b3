import type { TokenCounters } from './tokens';

/** Where the model ran. */
export type LlmMode = 'local' | 'cloud';

/**
 * `moment`: the time of the call is known. `day`: a bucket of a provider's export, whose printed date is kept and
 * never re-dated.
 */
type Granularity = 'moment' | 'day';

/**
 * What the counters of a record stand for. `call`: one call, every counter as the source recorded it.
 * `session-total`: the sum of a session whose single calls were not recorded. `rounded`: counts that the tool rounded.
 * `total-only`: a total without its split; it is stored as input and has no computed price.
 * `cost-only`: the tool recorded what the call cost, but no tokens.
 */
export type CountQuality = (typeof countQualities)[number];
export const countQualities = ['call', 'session-total', 'rounded', 'total-only', 'cost-only'] as const;

/**
 * One LLM call's tokens as a source reads them, before its project is known.
 *
 * Of two records of the same call (same `dedupeKey`), one counts as a whole; their fields are never mixed. The better
 * record has the larger `precedence`, then the larger total, then the later `occurredAt`, then the larger `position`,
 * then the smaller `sessionId`, then the `serviceTier` that is later as text: so a record that names a price class is
 * better than the same record as an earlier version of Tokentab read it. This order doesn't depend on which file is read
 * first.
 */
export interface SourceUsageEvent extends TokenCounters {
  /** Identifies the call across all files, imports and sources; begins with the source's id. */
  dedupeKey: string;
  /** The source's own session id, if it has one. */
  sessionId: string | null;
  /** UTC milliseconds. */
  occurredAt: number;
  granularity: Granularity;
  /**
   * The working directory or foreign name (project id, workspace, app) that leads to a project; null if the source
   * has none.
   */
  path: string | null;
  provider: string | null;
  model: string | null;
  /** What the call was for: `chat` unless the source knows better. */
  eventType: string;
  llmMode: LlmMode;
  /** The line or record number in its file, from 1. */
  position: number;
  /** False if the log holds a placeholder instead of the final output count. */
  isOutputFinal: boolean;
  /**
   * An integer; absent means 0. For sources in which copies of a call have a later time than the call itself, and for
   * sums of calls that the log no longer holds (`removed-calls.ts`).
   */
  precedence?: number;
  /**
   * The cost that the tool itself recorded for the call, in nano-dollars; absent or null if it recorded none. Credits
   * aren't dollars.
   */
  recordedCostNanoUsd?: number | null;
  /**
   * The price class in the log, in the provider's own word: `batch`, `priority`, `flex`, perhaps with the mark of
   * `inLongContext`. Absent or null means standard.
   */
  serviceTier?: string | null;
  /** Absent means `call`. */
  countQuality?: CountQuality;
}

/** A record of a call without its key, which is stored separately. */
export type CallRecord = Omit<SourceUsageEvent, 'dedupeKey'>;

/** Two sessions that copy each other's records, as family names (`families.ts`). */
export interface SessionLink {
  sessionId: string;
  parentId: string;
}

/** A display name for the project at the end of a path, used if the user hasn't named it. */
export interface PathName {
  path: string;
  name: string;
}

/** Where and when a session began: its subfolders belong to the project of that folder. */
export interface SourceSession {
  sessionId: string;
  /** UTC milliseconds of the earliest record that names a working directory. */
  beganAt: number;
  beganIn: string;
}
