import type {
  BatchLimits,
  Claim,
  ExtractionBatch,
  LlmAddress,
  NewBatch,
  QueuedDocument,
  SavedLlmAddress,
  Settlement,
} from '../model/extraction';
import type { DatabaseContents } from './backups';
import type { Budget, BudgetScope, BudgetState, BudgetWarning } from '../model/budget';
import type { FileCursor } from '../model/file-cursor';
import type { ImportProblem, ImportRecord, ImportSummary } from '../model/import-summary';
import type { DayRange } from '../model/months';
import type { DeletedContents, DeletedProject, ProjectChanges, ProjectSummary } from '../model/project';
import type { KnownFolder, PathDecision, ProjectPath, UndecidedName } from '../model/project-path';
import type { StatementChanges, StatementDetails } from '../model/statement-details';
import type { ModelPriceChoice, PriceChange, PriceChoice } from '../model/price-choice';
import type { PriceOverview } from '../model/price-overview';
import type { PriceTableSummary } from '../model/price-table-summary';
import type { PricePreviewStep, RepriceEnd, RepriceOffer, RepriceStep } from '../model/reprice';
import type { SavedMapping, TableMapping } from '../model/table-mapping';
import type { TokenCounters } from '../model/tokens';
import type { LlmMode } from '../model/usage-event';
import type { UsageEventKey, UsageEventPage } from '../model/usage-event-page';
import type {
  AllUsageStats,
  GroupUsage,
  LastActivity,
  ProjectUsageStats,
  SeriesUsage,
  TimelineUsage,
  UsageHours,
  UsageGroupKey,
  UsageStats,
  WeekHour,
} from '../model/usage-stats';

/**
 * What the database is asked for (how it is asked: messages.ts). Calls are named commands, each atomic in the leader and idempotent:
 * the page makes ids and times, so a call may be sent again to the next leader and changes nothing twice.
 * `month` is 'YYYY-MM', dates are 'YYYY-MM-DD', both civil in the reporting time zone; times are UTC milliseconds.
 */
export interface Commands {
  createProject(project: NewProject): ProjectSummary;
  /** False where there is no such project. */
  updateProject(id: string, changes: ProjectChanges, updatedAt: number): boolean;
  getProjects(): ProjectSummary[];

  /** With what it holds; `restoreProject` brings all of it back. Both are false where there is no such project. */
  deleteProject(id: string, deletedAt: number): boolean;
  restoreProject(id: string, restoredAt: number): boolean;
  /** Last deleted first. */
  getDeletedProjects(): DeletedProject[];
  /** What a deleted project holds, with those that were merged into it. */
  getDeletedContents(id: string): DeletedContents;
  /** Takes a deleted project away for good, with all that it holds. False where it is not a deleted one. */
  removeDeletedProject(id: string): boolean;
  /** Of living and deleted projects, all or none; null is no client. Gives how many there were. */
  updateClientName(projectIds: readonly string[], clientName: string | null, updatedAt: number): number;
  /** Everything of the first one becomes the second one's; `unmergeProject` of the first takes it back. */
  mergeProjects(fromId: string, intoId: string, mergedAt: number): boolean;
  unmergeProject(id: string, unmergedAt: number): boolean;
  /** Largest first. */
  getProjectPaths(projectId: string): ProjectPath[];
  /** Lets a path lead to a project and moves its events there; null forgets the path. */
  decideProjectPath(path: string, decision: PathDecision | null, decidedAt: number): void;
  /** Largest first. */
  getUndecidedNames(): UndecidedName[];
  /** Every folder that is known, once. */
  getKnownFolders(): KnownFolder[];

  recordUsageEvent(event: NewUsageEvent): string;
  /** Newest first; pages of up to 1,000. */
  getUsageEvents(query: UsageEventQuery): UsageEventPage;
  /** Both for events that were entered by hand only. Recording it again brings a deleted one back. */
  updateUsageEvent(event: NewUsageEvent, updatedAt: number): void;
  deleteUsageEvent(id: string): boolean;
  /** Wherever its path leads; null lets an imported event follow its path again. */
  moveUsageEvent(id: string, projectId: string | null, movedAt: number): void;

  getUsageStatsByProject(projectId: string, month?: string): ProjectUsageStats;
  getGlobalUsageStats(month?: string): UsageStats;
  getAllUsageStats(month?: string): AllUsageStats;
  /** The months that have usage, ascending. */
  getUsageMonths(): string[];
  /** By key, largest first; by null: one row, also where there is no usage. Reads rollups, as the next two do. */
  getUsageTotals(filter: UsageFilter, by: UsageGroupKey | null): GroupUsage[];
  /** Days ('YYYY-MM-DD') or months ('YYYY-MM') that have usage, ascending. */
  getUsageTimeline(filter: UsageFilter, step: 'day' | 'month'): TimelineUsage[];
  getUsageSeries(filter: UsageFilter, step: 'day' | 'month', by: UsageGroupKey): SeriesUsage[];
  getUsageHours(filter: UsageFilter): UsageHours;
  /** Of each project that has usage. */
  getLastActivity(): LastActivity[];

  updateProjectPinned(projectId: string, isPinned: boolean, updatedAt: number): boolean;
  /** Pinned or not before: afterwards `index` pins stand before it. False where there is no such project. */
  pinProjectAt(projectId: string, index: number, updatedAt: number): boolean;
  getPinnedProjects(): ProjectSummary[];
  reorderPinnedProjects(projectIds: string[], updatedAt: number): ProjectSummary[];

  /** `isContinued`: an import that has ended takes in more; `BadInput` when it was undone meanwhile. */
  beginImport(start: { id: string; startedAt: number; isContinued?: boolean }): void;
  addUsageEvents(batch: UsageEventBatch): BatchResult;
  finishImport(end: ImportEnd): ImportSummary;
  /** What the same `reader` (a build of the app) remembers of these files, which all lie below one root. */
  getFileCursors(files: { root: string; reader: string; paths: string[] }): FileCursor[];
  /** Once all that was read is stored. False where the import was undone meanwhile. */
  saveFileCursors(cursors: FileCursors): boolean;
  forgetFileCursors(root: string): void;
  /** Newest first. */
  getImports(): ImportRecord[];
  /** What an upgrade took out because an earlier version had counted it twice; null where there was nothing. */
  getCorrectedCounts(): CorrectedCounts | null;
  /** Removes exactly what the import brought; what it had replaced comes back. False where there is nothing to undo. */
  undoImport(id: string, undoneAt: number): boolean;

  /** How users read tables that no source knows. Last changed first, the deleted ones as well. */
  getTableMappings(): SavedMapping[];
  /** Makes or changes one. What it was before is kept as far as events came of it. `BadInput` for a name in use. */
  saveTableMapping(mapping: NewTableMapping, savedAt: number): SavedMapping;
  /** What was read with one stays as it is. All three are false where there is none such. */
  renameTableMapping(id: string, name: string, renamedAt: number): boolean;
  deleteTableMapping(id: string, deletedAt: number): boolean;
  restoreTableMapping(id: string, restoredAt: number): boolean;

  /** Adds or changes one; `BadInput` for an address that may not be called. */
  saveLlmAddress(address: LlmAddress, savedAt: number): void;
  /** Batches that use it are paused. False where there is none such. */
  deleteLlmAddress(id: string, deletedAt: number): boolean;
  /** By name, without the deleted ones. */
  getLlmAddresses(): SavedLlmAddress[];

  /** Puts documents in the queue of their projects, without those that are there already. Gives how many are new. */
  addDocuments(documents: readonly NewDocument[]): number;
  /** Starts a run over documents that wait or have failed. */
  startBatch(batch: NewBatch, documentIds: readonly string[], startedAt: number): void;
  /**
   * Takes the next document for one call, if the limits of the batch allow it. Whoever claims must hold the lock of the queue,
   * send, and settle the attempt. The same attempt again gives the same document.
   */
  claimDocument(claim: { batchId: string; attemptId: string; claimedAt: number }): Claim;
  /** Ends a call: books what it used, once, and moves the document on. False where it had ended already. */
  settleAttempt(settlement: Settlement): boolean;
  /** By the new holder of the queue's lock: whatever is open was lost with its tab. Gives how many calls that were. */
  settleOpenAttempts(endedAt: number): number;
  /** These three are false where the batch has ended. Null keeps the limits. */
  pauseBatch(id: string, pausedAt: number): boolean;
  resumeBatch(id: string, limits: BatchLimits | null, resumedAt: number): boolean;
  cancelBatch(id: string, cancelledAt: number): boolean;
  /** Lets failed documents wait again. This and the next two give how many changed. */
  retryDocuments(ids: readonly string[], retriedAt: number): number;
  /** Takes documents off the list; what their calls used stays. Not those that are being sent. */
  removeDocuments(ids: readonly string[], removedAt: number): number;
  /** Notes that their content is deleted; the numbers stay. Not those that are being sent. */
  forgetContents(ids: readonly string[], deletedAt: number): number;
  /** Null takes it back. False where there is no result. */
  acceptResult(id: string, acceptedAt: number | null): boolean;
  getBatch(id: string): ExtractionBatch;
  /** Newest first: of a project, or by null all that have not ended. */
  getBatches(projectId: string | null): ExtractionBatch[];
  /** Oldest first. */
  getDocuments(projectId: string): QueuedDocument[];
  /** What of the content lies rightly in this browser: hashes of documents, and ids of calls with a result. */
  getKeptContents(): string[];
  /** Ids of documents that were added before a time and whose content is still there. */
  getOldDocuments(before: number): string[];
  /** The whole history, by scope, oldest first. */
  getBudgets(): Budget[];
  /** What holds from its month on; months before keep what they had. */
  saveBudget(budget: Budget, savedAt: number): void;
  /** Forgets one step of a budget's history. False where there is none such. */
  deleteBudget(scope: BudgetScope, fromMonth: string): boolean;
  /** Every budget that holds in a month: first of everything, then clients, then projects. */
  getBudgetStates(month: string): BudgetState[];
  /** Newest first. */
  getBudgetWarnings(): BudgetWarning[];
  /** How many warnings `recordBudgetWarnings` would give now. */
  getDueBudgetWarnings(): number;
  /** Thresholds that were crossed in the running month. Each is given once, whichever tab asks first. */
  recordBudgetWarnings(firedAt: number): BudgetWarning[];
  /** Those of a scope and month that had come by `upTo`. */
  dismissBudgetWarnings(scope: BudgetScope, month: string, upTo: number, dismissedAt: number): void;

  getPriceOverview(): PriceOverview;
  /** What calls of a model would cost now, in nano-dollars; null where one of them has no price. */
  getCostOfCalls(model: string, calls: readonly CallSize[]): number | null;
  /** By model. */
  getPriceChoices(): ModelPriceChoice[];
  /** Null takes it back. Stored events keep their cost until they are repriced. */
  savePriceChoice(model: string, choice: PriceChoice | null, savedAt: number): void;
  /** Keeps a table out of a file, not in force yet. `BadInput` for a file that is none. */
  addPriceTable(file: { id: string; text: string; addedAt: number }): PriceTableSummary;
  /** Null leaves the built-in one alone. */
  applyPriceTable(id: string | null, appliedAt: number): void;
  /** What a change would make of the next events; `after` is 0, then the `next` of the step before. */
  getPricePreview(change: PriceChange, after: number): PricePreviewStep;
  /** Null where nothing waits for a price. */
  getRepriceOffer(): RepriceOffer | null;
  declineReprice(pricedBy: string): void;
  /**
   * Prices stored events again: all (null), or those of some models and of their aliases. Step by step, so that other commands
   * get in between: begin, then `repriceNext` from 0 until its `next` is null, then end. Pages hear of it when it ends.
   */
  beginReprice(start: { id: string; models: string[] | null; startedAt: number }): void;
  repriceNext(id: string, after: number): RepriceStep;
  endReprice(id: string, status: RepriceEnd, endedAt: number): void;
  /** Until it is done; then `endReprice` as 'undone'. What changed otherwise meanwhile stays. */
  undoRepriceNext(id: string): { isDone: boolean; restored: number };

  getSettings(): Settings;
  /** Null follows the browser. Re-dates every event whose own time is known, in the same transaction. */
  updateTimeZone(timeZone: string | null, updatedAt: number): Settings;

  /** What statements for this client say in this month; `client` is '' for the projects without one. */
  getStatementDetails(client: string, month: string): StatementDetails;
  updateStatementDetails(client: string, month: string, changes: StatementChanges, updatedAt: number): void;

  checkIntegrity(): IntegrityReport;
  exportDatabase(): Uint8Array<ArrayBuffer>;
  getStorageState(): StorageState;
  /** How much is stored, to compare with a backup. */
  getStoredContents(): DatabaseContents;
  /** Puts another database in the place of all that is stored, whole or not at all; `BadInput` unless its schema is ours. */
  replaceDatabase(bytes: Uint8Array): void;

  /**
   * Runs several reads in one turn, so that no write comes between them and their answers belong together. Fails as a
   * whole when one of them fails.
   */
  readTogether(reads: readonly Read[]): ReadsTogether;
}

export type Command = keyof Commands;

/** A command whose name begins with `get` only reads. */
export type ReadCommand = Extract<Command, `get${string}`>;

/** A read that is not run yet: its name, then its arguments. */
export type Read<C extends ReadCommand = ReadCommand> = {
  [Each in C]: readonly [command: Each, ...args: Parameters<Commands[Each]>];
}[C];

export interface ReadsTogether {
  /** In the order of the reads. */
  values: unknown[];
  /** The answers are outdated once one of these changes. */
  tables: readonly Table[];
}

/** Records of calls that stand in other records already, and their total tokens. */
export interface CorrectedCounts {
  events: number;
  tokens: number;
}

/** Tokens of a call that was not made yet; nothing of it is known to come from a cache. */
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
 * Civil days, inclusive, narrowed only by what is given; '' is the model, or the folder, that is not known. No project ids
 * at all match nothing.
 */
export interface UsageFilter extends DayRange {
  projectIds?: readonly string[] | undefined;
  model?: string | undefined;
  source?: string | undefined;
  eventType?: string | undefined;
  path?: string | undefined;
}

export interface UsageEventQuery extends UsageFilter {
  /** Only those of this hour of the week. */
  weekHour?: WeekHour | undefined;
  /** Null begins at the newest. */
  after: UsageEventKey | null;
  limit: number;
}

export interface UsageEventBatch {
  importId: string;
  /** Numbers the batches of one import from 0: a batch that arrives twice is counted once. */
  batch: number;
  source: string;
  /** Each is a `SourceRecords`, packed (model/source-records.ts). */
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
  /** Absent is none. */
  filesUnchanged?: number;
  problems: ImportProblem[];
}

export interface Settings {
  /** What the user chose; null follows the browser. */
  timeZone: string | null;
  /** What is in force: the IANA zone in which days and months are cut. */
  reportingTimeZone: string;
}

export interface IntegrityReport {
  ok: boolean;
  /** One plain sentence each. */
  differences: string[];
}

export interface StorageState {
  database: DatabaseName;
  /** Bytes of the database file. */
  databaseBytes: number;
  eventCount: number;
  schemaVersion: number;
}

/** `main` and `sample` live in OPFS, each in a pool of its own; `memory` is lost with the tab and only ever opened on request. */
export type DatabaseName = 'main' | 'sample' | 'memory';

/** What pages are told about when it changes; each stands for the tables of one subject. */
export const tables = [
  'projects',
  'usage',
  'imports',
  'mappings',
  'documents',
  'prices',
  'budgets',
  'settings',
] as const;

export type Table = (typeof tables)[number];
