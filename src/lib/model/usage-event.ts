import type { TokenCounters } from './tokens';

/** Where the model ran. */
export type LlmMode = 'local' | 'cloud';

/** `moment`: the call's own time is known. `day`: a bucket of a provider's export; its printed date is kept and never re-dated. */
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
 * One LLM call's tokens as a source reads them, before a project is known.
 *
 * Which of two records of the same call (same `dedupeKey`) counts is decided whole, never field by field:
 * the larger `precedence`, then the larger total, then the later `occurredAt`, then the larger `position`, then the
 * smaller `sessionId`.
 * That order does not depend on which file is read first.
 */
export interface SourceUsageEvent extends TokenCounters {
  /** Names the call over all files and imports of all sources; begins with the source's id. */
  dedupeKey: string;
  /** The source's session, where it has one. */
  sessionId: string | null;
  /** UTC milliseconds. */
  occurredAt: number;
  granularity: Granularity;
  /** Working directory or foreign name (project id, workspace, app) that leads to a project; null when the source has none. */
  path: string | null;
  provider: string | null;
  model: string | null;
  /** What the call was for: `chat` unless the source knows better. */
  eventType: string;
  llmMode: LlmMode;
  /** Line number (or record number) in its file, from 1. */
  position: number;
  /** False where the log holds a placeholder instead of the final output count. */
  isOutputFinal: boolean;
  /** A whole number; absent is 0. For sources whose copies of a call carry a later time than the call itself. */
  precedence?: number;
  /** What the tool itself says that the call cost, in nano-dollars; absent or null where it says nothing. Credits are not dollars. */
  recordedCostNanoUsd?: number | null;
  /** The price class that the log names, in the provider's own word: `batch`, `priority`, `flex`; absent or null is the standard one. */
  serviceTier?: string | null;
  /** Absent is `call`. */
  countQuality?: CountQuality;
}

/** Two sessions that copy rows of each other, as names of families (`families.ts`). */
export interface SessionLink {
  sessionId: string;
  parentId: string;
}

/** What people call the project at the end of a path, where no user has named it. */
export interface PathName {
  path: string;
  name: string;
}

/** Where and when a session began: its sub-folders belong to the project of that folder. */
export interface SourceSession {
  sessionId: string;
  /** UTC milliseconds of the earliest record that names a working directory. */
  beganAt: number;
  beganIn: string;
}
