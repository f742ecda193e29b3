import type {
  BatchLimits,
  Calibration,
  Claim,
  ExtractionBatch,
  LlmAddress,
  NewBatch,
  ProjectDocuments,
  QueuedDocument,
  SavedLlmAddress,
  Settlement,
} from '../model/extraction';
import type { DatabaseContents, MergePreview } from './backups';
import type { CopyDecision, PossibleCopies, SavedCopyDecision } from '../model/copies';
import type { SharedImport, TakenBlob } from '../model/devices';
import type { Budget, BudgetScope, BudgetState, BudgetWarning } from '../model/budget';
import type { CacheSaving } from '../model/cache-saving';
import type { CostByKind } from '../model/cost-by-kind';
import type { FileCursor } from '../model/file-cursor';
import type { Issued, IssuedSubject } from '../model/issued';
import type { ImportRecord, ImportSummary } from '../model/import-summary';
import type { DayRange } from '../model/months';
import type { DeletedContents, DeletedProject, ProjectChanges, ProjectSummary } from '../model/project';
import type { KnownFolder, PathDecision, ProjectPath, UndecidedName } from '../model/project-path';
import type { DisplayCurrency } from '../model/display-currency';
import type { StatementChanges, StatementDetails } from '../model/statement-details';
import type { ModelPriceChoice, PriceChange, PriceChoice } from '../model/price-choice';
import type { PlanUsage } from '../model/plan-windows';
import type { PriceOverview } from '../model/price-overview';
import type { PriceTableSummary } from '../model/price-table-summary';
import type { PricePreviewStep, RepriceEnd, RepriceOffer, RepricePlace, RepriceStep } from '../model/reprice';
import type { Subscription } from '../model/subscription';
import type { SavedMapping } from '../model/table-mapping';
import type { TeamBatch, TeamCursor, TeamRow } from '../model/team';
import type { UsageEventPage } from '../model/usage-event-page';
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
} from '../model/usage-stats';
import type {
  BatchResult,
  CallSize,
  CorrectedCounts,
  FileCursors,
  ImportEnd,
  IntegrityReport,
  NewDocument,
  NewProject,
  NewTableMapping,
  NewUsageEvent,
  Settings,
  StorageState,
  UsageEventBatch,
  UsageEventQuery,
  UsageFilter,
} from './command-data';

export type * from './command-data';

/**
 * Everything that the page can ask the database; messages.ts defines how. Calls are named commands, each atomic in
 * the leader and idempotent: the page creates ids and times, so a call can be sent again to the next leader without
 * changing anything twice. `month` is 'YYYY-MM' and dates are 'YYYY-MM-DD', both civil in the reporting time zone;
 * times are UTC milliseconds.
 *
 * One file, although it is long: it is the whole contract, read from top to bottom.
 */
export interface Commands {
  createProject(project: NewProject): ProjectSummary;
  /** False if there is no such project. */
  updateProject(id: string, changes: ProjectChanges, updatedAt: number): boolean;
  getProjects(): ProjectSummary[];

  /**
   * Deletes a project with everything in it; `restoreProject` restores it all. Both are false if there is no such
   * project.
   */
  deleteProject(id: string, deletedAt: number): boolean;
  restoreProject(id: string, restoredAt: number): boolean;
  /** Last deleted first. */
  getDeletedProjects(): DeletedProject[];
  /** The contents of a deleted project, including the projects that were merged into it. */
  getDeletedContents(id: string): DeletedContents;
  /** Permanently removes a deleted project with everything in it. False if it isn't a deleted project. */
  removeDeletedProject(id: string): boolean;
  /**
   * Sets the client of these projects, deleted ones included, of all or none; null for no client. Returns their
   * number.
   */
  updateClientName(projectIds: readonly string[], clientName: string | null, updatedAt: number): number;
  /** Moves everything from the first project to the second; `unmergeProject` of the first undoes it. */
  mergeProjects(fromId: string, intoId: string, mergedAt: number): boolean;
  unmergeProject(id: string, unmergedAt: number): boolean;
  /** Largest first. */
  getProjectPaths(projectId: string): ProjectPath[];
  /** Assigns a path to a project and moves its events there; null removes the assignment. */
  decideProjectPath(path: string, decision: PathDecision | null, decidedAt: number): void;
  /** Largest first. */
  getUndecidedNames(): UndecidedName[];
  /** All known folders, without duplicates. */
  getKnownFolders(): KnownFolder[];

  recordUsageEvent(event: NewUsageEvent): string;
  /** Newest first; pages of up to 1,000. */
  getUsageEvents(query: UsageEventQuery): UsageEventPage;
  /** Only for events that were entered by hand. Recording a deleted one again restores it. */
  updateUsageEvent(event: NewUsageEvent, updatedAt: number): void;
  deleteUsageEvent(id: string): boolean;
  /** Moves an event regardless of its path; null lets an imported event follow its path again. */
  moveUsageEvent(id: string, projectId: string | null, movedAt: number): void;

  getUsageStatsByProject(projectId: string, month?: string): ProjectUsageStats;
  getGlobalUsageStats(month?: string): UsageStats;
  getAllUsageStats(month?: string): AllUsageStats;
  /** The months with usage, ascending. */
  getUsageMonths(): string[];
  /**
   * Totals by key, largest first. With null as key there is always exactly one row, even without usage. Reads
   * rollups, as the next two commands do.
   */
  getUsageTotals(filter: UsageFilter, by: UsageGroupKey | null): GroupUsage[];
  /** Days ('YYYY-MM-DD') or months ('YYYY-MM') with usage, ascending. */
  getUsageTimeline(filter: UsageFilter, step: 'day' | 'month'): TimelineUsage[];
  getUsageSeries(filter: UsageFilter, step: 'day' | 'month', by: UsageGroupKey): SeriesUsage[];
  getUsageHours(filter: UsageFilter): UsageHours;
  /** Of the tools that have events in the last 7 days up to `now`. */
  getPlanWindows(now: number): PlanUsage[];
  /** One entry for each project with usage. */
  getLastActivity(): LastActivity[];

  updateProjectPinned(projectId: string, isPinned: boolean, updatedAt: number): boolean;
  /** Pins a project, or moves its pin, to the position after `index` pins. False if there is no such project. */
  pinProjectAt(projectId: string, index: number, updatedAt: number): boolean;
  /**
   * Pins a project where it was in `before`, a former order of all pins: behind those that were ahead of it, wherever they
   * are now. False if there is no such project.
   */
  restorePin(projectId: string, before: readonly string[], updatedAt: number): boolean;
  getPinnedProjects(): ProjectSummary[];
  reorderPinnedProjects(projectIds: string[], updatedAt: number): ProjectSummary[];

  /** `isContinued`: a finished import accepts more; `BadInput` if it was undone meanwhile. */
  beginImport(start: { id: string; startedAt: number; isContinued?: boolean }): void;
  addUsageEvents(batch: UsageEventBatch): BatchResult;
  finishImport(end: ImportEnd): ImportSummary;
  /**
   * The cursors that the same `reader` (a build of the app) has stored for these files, which are all below one root.
   */
  getFileCursors(files: { root: string; reader: string; paths: string[] }): FileCursor[];
  /** Call once everything that was read is stored. False if the import was undone meanwhile. */
  saveFileCursors(cursors: FileCursors): boolean;
  forgetFileCursors(root: string): void;
  /** Newest first. */
  getImports(): ImportRecord[];
  /** What an upgrade removed because an earlier version had counted it twice; null if there was nothing. */
  getCorrectedCounts(): CorrectedCounts | null;
  /** Removes exactly what the import added, and restores what it had replaced. False if there is nothing to undo. */
  undoImport(id: string, undoneAt: number): boolean;

  /** Where two sources may have recorded the same calls, on these days. Largest first. */
  getPossibleCopies(range: DayRange): PossibleCopies[];
  /** Newest first. */
  getCopyDecisions(): SavedCopyDecision[];
  /** Leaves a part out of the usage, or counts it although another source has the same models. */
  decideCopies(decision: CopyDecision, decidedAt: number): void;
  /** Counts again what was left out. False if there is no such decision. */
  takeBackCopies(id: string, takenBackAt: number): boolean;

  /** The user's mappings for tables that no source knows: last changed first, including deleted ones. */
  getTableMappings(): SavedMapping[];
  /**
   * Creates or changes a mapping. The former version is kept if events were read with it. `BadInput` if the name is
   * taken.
   */
  saveTableMapping(mapping: NewTableMapping, savedAt: number): SavedMapping;
  /** Usage that was read with the mapping stays. All three are false if there is no such mapping. */
  renameTableMapping(id: string, name: string, renamedAt: number): boolean;
  deleteTableMapping(id: string, deletedAt: number): boolean;
  restoreTableMapping(id: string, restoredAt: number): boolean;

  /** Creates or changes an address; `BadInput` for one that may not be called. */
  saveLlmAddress(address: LlmAddress, savedAt: number): void;
  /** Pauses the batches that use it. False if there is no such address. */
  deleteLlmAddress(id: string, deletedAt: number): boolean;
  /** Sorted by name, without deleted ones. */
  getLlmAddresses(): SavedLlmAddress[];

  /**
   * Adds documents to the queue of their projects, except those that it already contains. Returns the number of new
   * ones.
   */
  addDocuments(documents: readonly NewDocument[]): number;
  /** Starts a batch over documents that are waiting or have failed. */
  startBatch(batch: NewBatch, documentIds: readonly string[], startedAt: number): void;
  /**
   * Takes the next document for one call, if the limits of the batch allow it. The caller must hold the lock of the
   * queue, send the call, and settle the attempt. Repeating an attempt returns the same document.
   */
  claimDocument(claim: { batchId: string; attemptId: string; claimedAt: number }): Claim;
  /** Ends a call: books its usage, once, and updates the document. False if it had already ended. */
  settleAttempt(settlement: Settlement): boolean;
  /** For the new holder of the queue's lock: open calls were lost with their tab. Returns their number. */
  settleOpenAttempts(endedAt: number): number;
  /** These three are false if the batch has ended. Null keeps the limits. */
  pauseBatch(id: string, pausedAt: number): boolean;
  resumeBatch(id: string, limits: BatchLimits | null, resumedAt: number): boolean;
  cancelBatch(id: string, cancelledAt: number): boolean;
  /** Makes failed documents wait again. This command and the next two return the number of changed documents. */
  retryDocuments(ids: readonly string[], retriedAt: number): number;
  /** Removes documents from the list, except those that are being sent; the usage of their calls stays. */
  removeDocuments(ids: readonly string[], removedAt: number): number;
  /** Records that their content was deleted, except of those that are being sent; the numbers stay. */
  forgetContents(ids: readonly string[], deletedAt: number): number;
  /** Null undoes it. False if there is no result. */
  acceptResult(id: string, acceptedAt: number | null): boolean;
  /** What the latest answers of a model at an address show about its next ones; null if there are none. */
  getCalibration(addressId: string, model: string): Calibration | null;
  getBatch(id: string): ExtractionBatch;
  /** Newest first: the batches of a project or, for null, all that haven't ended. */
  getBatches(projectId: string | null): ExtractionBatch[];
  /** Oldest first. */
  getDocuments(projectId: string): QueuedDocument[];
  /** The projects that have documents. */
  getDocumentProjects(): ProjectDocuments[];
  /** The content that should be in this browser: hashes of documents, and ids of calls with a result. */
  getKeptContents(): string[];
  /** The ids of documents that were added before a time and still have their content. */
  getOldDocuments(before: number): string[];
  /** The whole history, by scope, oldest first. */
  getBudgets(): Budget[];
  /** Applies from its month on; earlier months keep their budget. */
  saveBudget(budget: Budget, savedAt: number): void;
  /** Deletes one step of a budget's history. False if there is no such step. */
  deleteBudget(scope: BudgetScope, fromMonth: string): boolean;
  /** The budgets that apply in a month: first the one for everything, then clients, then projects. */
  getBudgetStates(month: string): BudgetState[];
  /** Newest first. */
  getBudgetWarnings(): BudgetWarning[];
  /** The number of warnings that `recordBudgetWarnings` would return now. */
  getDueBudgetWarnings(): number;
  /** The thresholds that were crossed in the current month. Each is returned once, to the tab that asks first. */
  recordBudgetWarnings(firedAt: number): BudgetWarning[];
  /** Dismisses the warnings of a scope and month up to the time `upTo`. */
  dismissBudgetWarnings(scope: BudgetScope, month: string, upTo: number, dismissedAt: number): void;

  getPriceOverview(): PriceOverview;
  /** What caches saved, at the prices of each day or month; null if no cloud model used one. */
  getCacheSaving(filter: UsageFilter, step: 'day' | 'month'): CacheSaving | null;
  /** The known cost by kind of token, at the prices of each day or month. */
  getCostByKind(filter: UsageFilter, step: 'day' | 'month'): CostByKind;
  /** By their first day. */
  getSubscriptions(): Subscription[];
  saveSubscription(subscription: Subscription, savedAt: number): void;
  deleteSubscription(id: string, deletedAt: number): void;
  /** What calls of a model would cost now, in nano-dollars; null if one of them has no price. */
  getCostOfCalls(model: string, calls: readonly CallSize[]): number | null;
  /** Sorted by model. */
  getPriceChoices(): ModelPriceChoice[];
  /** Null removes the choice. Stored events keep their cost until they are repriced. */
  savePriceChoice(model: string, choice: PriceChoice | null, savedAt: number): void;
  /** Stores a table from a file without using it yet. `BadInput` if the file isn't a price table. */
  addPriceTable(file: { id: string; text: string; addedAt: number }): PriceTableSummary;
  /** Null leaves only the built-in table. */
  applyPriceTable(id: string | null, appliedAt: number): void;
  /** What a change would do to the next events; `after` is 0, then the `next` of the previous step. */
  getPricePreview(change: PriceChange, after: number): PricePreviewStep;
  /** Null if no event is waiting for a price. */
  getRepriceOffer(): RepriceOffer | null;
  declineReprice(pricedBy: string): void;
  /**
   * Reprices stored events: all of them (null), or those of some models and their aliases. It runs in steps, so that
   * other commands can run in between: begin, then `repriceNext` from `repriceStart` until its `next` is null, then
   * end. Pages are notified when it ends.
   */
  beginReprice(start: { id: string; models: string[] | null; startedAt: number }): void;
  repriceNext(id: string, after: RepricePlace): RepriceStep;
  endReprice(id: string, status: RepriceEnd, endedAt: number): void;
  /**
   * Repeat until it is done, then call `endReprice` with 'undone'. Costs that something else has changed since are
   * kept.
   */
  undoRepriceNext(id: string): { isDone: boolean; restored: number };

  getSettings(): Settings;
  /** Null follows the browser. Re-dates all events whose time is known, in the same transaction. */
  updateTimeZone(timeZone: string | null, updatedAt: number): Settings;

  /** Null if costs are shown in dollars. */
  getDisplayCurrency(): DisplayCurrency | null;
  /** An ISO 4217 code; null shows dollars. Stored costs stay in dollars. */
  saveDisplayCurrency(code: string | null, savedAt: number): void;
  /** Millionths of the currency for one dollar, from a month on; null removes the rate of that month. */
  saveExchangeRate(code: string, month: string, perUsd: number | null, savedAt: number): void;

  /** The sums of a month when it was last printed or exported; null if it never was. */
  getIssued(subject: IssuedSubject, month: string): Issued | null;
  recordIssued(subject: IssuedSubject, month: string, issued: Issued): void;

  /** The texts of this client's statement for a month; `client` is '' for the projects without one. */
  getStatementDetails(client: string, month: string): StatementDetails;
  updateStatementDetails(client: string, month: string, changes: StatementChanges, updatedAt: number): void;

  checkIntegrity(): IntegrityReport;
  /**
   * Throws `Corrupt` if the file is damaged; after that, nothing more is written to it. Only the thorough check
   * compares indexes with their tables.
   */
  requireSound(isThorough: boolean): void;
  exportDatabase(): Uint8Array<ArrayBuffer>;
  getStorageState(): StorageState;
  /** How much is stored, for comparison with a backup. */
  getStoredContents(): DatabaseContents;
  /** Replaces the whole database, completely or not at all; `BadInput` unless it has our schema. */
  replaceDatabase(bytes: Uint8Array): void;
  /**
   * Merges another device's database, completely or not at all: events are a union, the later version of each decision
   * counts, and what was permanently deleted stays deleted. Idempotent. `BadInput` unless it has our schema.
   */
  mergeDatabase(bytes: Uint8Array): MergePreview;
  /** What `mergeDatabase` would do; changes nothing. */
  previewMerge(bytes: Uint8Array): MergePreview;

  /** Imports whose records the user's other devices merge. */
  getSharedImports(): SharedImport[];
  /** Files of the shared folder that are already merged. */
  getTakenBlobs(): TakenBlob[];
  /** What `mergeDatabase` needs besides records of imports: all decisions and manual events. */
  exportDecisions(): Uint8Array<ArrayBuffer>;
  /** The records of these imports, divided into parts if there are many. `part` counts from 0. */
  exportRecords(importIds: string[], part: { part: number; parts: number }): Uint8Array<ArrayBuffer>;
  /**
   * Merges about `most` records of a file that `exportRecords` made, those later than `after` in UTC milliseconds; start
   * with -1. Returns where to continue. Null means that few are left: `takeInBlob` merges them, and must be called in any
   * case.
   */
  takeInRecords(bytes: Uint8Array, after: number, most: number): number | null;
  /** `mergeDatabase` and `noteBlobs` for a file of the shared folder, in one transaction. */
  takeInBlob(name: string, bytes: Uint8Array): MergePreview;
  /** Records which files were merged, and which are no longer in the folder. */
  noteBlobs(taken: TakenBlob[], gone: string[]): void;

  /** The day rows of these projects, together, in some months; in a fixed order. */
  getTeamRows(projectIds: readonly string[], months: readonly string[]): TeamRow[];
  /**
   * Replaces what members published, by project, month, member and device, and takes over names of projects and members.
   * `BadInput` except in a team's database, whose other usage and projects nothing can change.
   */
  replaceTeamMonths(batch: TeamBatch): void;
  /** How much of its stream a team's database contains; null if nothing. */
  getTeamCursor(): TeamCursor | null;

  /**
   * Runs several reads with no write in between, so that their answers are consistent. Fails as a whole if one of them
   * fails.
   */
  readTogether(reads: readonly Read[]): ReadsTogether;
}

export type Command = keyof Commands;

/** A command whose name begins with `get` only reads. */
export type ReadCommand = Extract<Command, `get${string}`>;

/** A read to run later: its name, then its arguments. */
export type Read<C extends ReadCommand = ReadCommand> = {
  [Each in C]: readonly [command: Each, ...args: Parameters<Commands[Each]>];
}[C];

export interface ReadsTogether {
  /** In the order of the reads. */
  values: unknown[];
  /** The answers are outdated once one of these tables changes. */
  tables: readonly Table[];
}

/** What pages are notified about when it changes; each entry covers the tables of one subject. */
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
