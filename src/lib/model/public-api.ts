import type { ImportProgress, ImportSummary } from './import-summary';
import type { ProjectSummary } from './project';
import type { LlmMode } from './usage-event';
import type { AllUsageStats, UsageStats } from './usage-stats';

/** What `window.tokentab` offers to scripts, extensions and the console. Every promise rejects with a `TokentabError`. */
export interface TokentabApi {
  /** The database is open, or a typed error. */
  readonly ready: Promise<void>;
  createProject(project: {
    name: string;
    clientName?: string;
    description?: string;
  }): Promise<ProjectSummary>;
  getProjects(): Promise<ProjectSummary[]>;
  /** Gives the stored event's id; the same `id` again changes nothing. */
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

/** Cache tokens are parts of `promptTokens`, reasoning of `completionTokens`; `totalTokens` must be their sum. */
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
  /** UTC milliseconds, a Date or an ISO string; now when left out. */
  occurredAt?: number | string | Date;
  id?: string;
}

export interface ImportOptions {
  /** A source's id, to skip detection. */
  source?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting keeps the whole batches that were already stored. */
  signal?: AbortSignal;
}
