import type { ImportProblem, ImportProgress, ImportSummary } from './import-summary';
import type { BatchState, ExtractionField, Hold, QueuedDocument } from './extraction';
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
  importFiles(files: Iterable<File>, options?: ImportOptions): Promise<ImportResult>;
  /** What calls for these files would use and cost. Reads them in this browser; nothing is stored or sent. */
  estimateDocuments(
    files: Iterable<File>,
    options: { model: string; instructionTokens?: number; answerLimit?: number },
  ): Promise<DocumentEstimate>;
  /** Keeps the text of files in this browser, for 30 days, and adds them to a project's queue. Sends nothing. */
  addDocuments(projectId: string, files: Iterable<File>): Promise<AddedDocuments>;
  /** Sends documents to an address that the user has saved. Returns the batch's id. */
  startExtraction(extraction: NewExtraction): Promise<string>;
  getExtractions(projectId: string): Promise<Extractions>;
  /** Each difference is an English sentence. */
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

interface Range {
  low: number;
  high: number;
}

export interface DocumentEstimate {
  /** `problem` says why a file can't be used; null if it can. */
  documents: { name: string; tokens: number; pages: number | null; problem: string | null }[];
  promptTokens: Range;
  completionTokens: Range;
  /** In US dollars; null if no price is known. */
  costUsd: Range | null;
}

interface AddedDocuments {
  /** The documents that `startExtraction` can take now. */
  documentIds: string[];
  /** The number of files that are already in a batch of the project, or extracted. */
  known: number;
  problems: { name: string; problem: string }[];
}

interface NewExtraction {
  projectId: string;
  /** The name or id of a saved address. */
  address: string;
  model: string;
  /** Defaults to all that are waiting or have failed. */
  documentIds?: string[];
  /** Defaults to a CV as JSON Resume. */
  fields?: { name: string; type: ExtractionField['type']; choices?: string[] }[];
  instructions?: string;
  /** Of its usage events; defaults to `cv_extraction`, or `document_extraction` with fields. */
  eventType?: string;
  /** In tokens; defaults to 2,000. */
  answerLimit?: number;
  limitTokens?: number;
  limitUsd?: number;
  /** Whether budgets of the month stop it; defaults to true. */
  heedsBudgets?: boolean;
}

export interface Extractions {
  /** Newest first. */
  batches: {
    id: string;
    state: BatchState;
    /** Why it is held; null if it isn't. */
    heldBy: Hold | null;
    model: string;
    usedTokens: number;
    usedUsd: number;
    /** Calls that were sent and whose answers were never seen. */
    lostCalls: number;
  }[];
  /** Oldest first. */
  documents: {
    id: string;
    fileName: string;
    batchId: string | null;
    status: QueuedDocument['status'];
    failure: string | null;
    isAccepted: boolean;
    /** Null if there are none, or if they were deleted. */
    values: Record<string, unknown> | null;
    promptTokens: number;
    completionTokens: number;
  }[];
}

export interface ImportOptions {
  /** A source's id, to skip detection. */
  source?: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Aborting keeps the batches that were already stored. */
  signal?: AbortSignal;
}

/** Each problem's `reason` is an English sentence. */
type ImportResult = Omit<ImportSummary, 'problems'> & {
  problems: (Omit<ImportProblem, 'reason'> & { reason: string })[];
};
