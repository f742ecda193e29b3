import type { ImportProgress, ImportSummary } from './import-summary';
import type { ProjectSummary } from './project';
import type { LlmMode } from './usage-event';
import type { AllUsageStats, UsageStats } from './usage-stats';

/**
 * The API on `window.tokentab`, for scripts, extensions and the console. Every promise rejects with a
 * `TokentabError`.
 */
export interface TokentabApi {
  /** Resolves when the database is open; rejects with a typed error if it can't be opened. */
  readonly ready: Promise<void>;
  createProject(project: {
    name: string;
    clientName?: string;
    description?: string;
  }): Promise<ProjectSummary>;
  getProjects(): Promise<ProjectSummary[]>;
  /** Returns the stored event's id. Sending the same `id` again changes nothing. */
  recordUsageEvent(event: RecordedUsageEvent): Promise<string>;
  getUsageStatsByProject(projectId: string, month?: string): Promise<UsageStats>;
  getGlobalUsageStats(month?: string): Promise<UsageStats>;
  getAllUsageStats(month?: string): Promise<AllUsageStats>;
  updateProjectPinned(projectId: string, isPinned: boolean): Promise<boolean>;
  getPinnedProjects(): Promise<ProjectSummary[]>;
  reorderPinnedProjects(projectIds: string[]): Promise<ProjectSummary[]>;
  importFiles(files: Iterable<File>, options?: ImportOptions): Promise<ImportSummary>;
  checkIntegrity(): Promise<{ ok: boolean; differences: string[] }>;
  /** A valid SQLite file. */
  exportDatabase(): Promise<Blob>;
}

/**
 * Cache tokens are included in `promptTokens`, reasoning in `completionTokens`. `totalTokens` must be the sum of
 * both.
 */
interface RecordedUsageEvent {
  projectId: string;
  eventType: string;
  llmMode: LlmMode;
  promptTokens: number;
  completionTokens: number;
  totalTokens?: number;
  provider?: string;
  model?: string;
  cacheReadTokens?: number;
  cacheWrite5mTokens?: number;
  cacheWrite1hTokens?: number;
  reasoningTokens?: number;
  /** UTC milliseconds, a Date or an ISO string; defaults to now. */
  occurredAt?: number | string | Date;
  id?: string;
}

export interface ImportOptions {
  /** A source's id, to skip detection. */
  source?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting keeps the batches that were already stored. */
  signal?: AbortSignal;
}
