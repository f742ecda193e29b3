import type { Problem } from '../model/problem';
import type { FileCursor } from '../model/file-cursor';
import type { ImportProblem } from '../model/import-summary';
import type { DayRange } from '../model/months';
import type { TableMapping } from '../model/table-mapping';
import type { TokenCounters } from '../model/tokens';
import type { LlmMode } from '../model/usage-event';
import type { UsageEventKey } from '../model/usage-event-page';
import type { WeekHour } from '../model/usage-stats';

/** What commands take and return, as far as it is no part of the domain (`model/`). */

/** Records of calls that other records already contain, with their total tokens. */
export interface CorrectedCounts {
  events: number;
  tokens: number;
}

/** The tokens of a future call; none of them are known to come from a cache. */
export interface CallSize {
  inputTokens: number;
  outputTokens: number;
}

export interface NewProject {
  id: string;
  name: string;
  clientName: string | null;
  description: string | null;
  createdAt: number;
}

export interface NewUsageEvent extends TokenCounters {
  id: string;
  projectId: string;
  eventType: string;
  llmMode: LlmMode;
  provider: string | null;
  model: string | null;
  occurredAt: number;
}

export interface NewDocument {
  id: string;
  projectId: string;
  fileName: string;
  byteLength: number;
  /** SHA-256, 64 hexadecimal digits. */
  contentSha256: string;
  textSha256: string;
  textCharacters: number;
  /** In OpenAI's o200k encoding. */
  textTokens: number;
  pages: number | null;
  createdAt: number;
}

export type NewTableMapping = Omit<TableMapping, 'earlier'>;

/**
 * Civil days, inclusive, narrowed only by the given fields. '' selects usage whose model or folder is unknown. An
 * empty list of project ids matches nothing.
 */
export interface UsageFilter extends DayRange {
  projectIds?: readonly string[] | undefined;
  model?: string | undefined;
  source?: string | undefined;
  eventType?: string | undefined;
  path?: string | undefined;
}

export interface UsageEventQuery extends UsageFilter {
  /** Only events in this hour of the week. */
  weekHour?: WeekHour | undefined;
  /** Null starts at the newest event. */
  after: UsageEventKey | null;
  limit: number;
}

export interface UsageEventBatch {
  importId: string;
  /** Numbers the batches of one import from 0, so that a batch that arrives twice counts once. */
  batch: number;
  source: string;
  /** Each is a packed `SourceRecords` (model/source-records.ts). */
  records: Uint8Array[];
  createdAt: number;
}

export interface FileCursors {
  importId: string;
  root: string;
  reader: string;
  cursors: FileCursor[];
  savedAt: number;
}

export interface BatchResult {
  eventsAdded: number;
  eventsReplaced: number;
  duplicates: number;
}

export interface ImportEnd {
  id: string;
  finishedAt: number;
  wasCancelled: boolean;
  source: string | null;
  files: number;
  filesSkipped: number;
  /** Absent means 0. */
  filesUnchanged?: number;
  problems: ImportProblem[];
}

export interface Settings {
  /** What the user chose; null follows the browser. */
  timeZone: string | null;
  /** The effective IANA time zone of days and months. */
  reportingTimeZone: string;
}

export interface IntegrityReport {
  ok: boolean;
  differences: Problem[];
}

export interface StorageState {
  database: DatabaseName;
  /** The size of the database file, in bytes. */
  databaseBytes: number;
  eventCount: number;
  schemaVersion: number;
}

/**
 * `main`, `sample` and those of teams are in OPFS, each in its own pool. `memory` is lost with the tab and is only
 * opened on request.
 */
export type DatabaseName = 'main' | 'sample' | 'memory' | `team-${string}`;
