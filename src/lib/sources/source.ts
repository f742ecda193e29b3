import type { Problem } from '../model/problem';
import type { PlanLimits } from '../model/plan-limits';
import type { SourceSession, SourceUsageEvent } from '../model/usage-event';
import type { Places } from './places';
import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';

/**
 * A kind of log or export that holds usage. This is its description: what it is, where its files are and how to
 * recognize one. Its reader is loaded only when a file needs it, so that many sources cost nothing until then.
 */
export interface Source {
  /** Stable and lower-case: it is stored with every event, and every dedupe key begins with it. */
  id: string;
  /** The display name. */
  name: string;
  certainty: Certainty;
  places: Places;
  /** The folder, at any depth in its places, that holds its files. Absent: its places hold nothing else. */
  within?: string;
  /** What one event is: one call, or the total of an hour or a day. Absent means `calls`. */
  rows?: 'calls' | 'sums';
  /** What the files of this source can't tell. Absent: nothing is missing. */
  limits?: readonly Limit[];
  /**
   * Whether the cost that the tool records can be trusted. `trusted`: events have it as `recordedCostNanoUsd`.
   * `ignored`: it is wrong, or in credits. Absent: the tool records none.
   */
  recordedCost?: 'trusted' | 'ignored';
  /** Tools that write the same format. The file's location shows whose it is. Keys are the same for all of them. */
  siblings?: readonly Sibling[];
  /** Project names are the SHA-256 of a folder's path, and are recognized once that folder is known. */
  foldersAreHashed?: true;
  /**
   * Files of this source only grow, and each line is independent: reading can continue at the start of any line, with
   * `context.linesBefore`. Absent: a changed file is read from the start.
   */
  readsOn?: true;
  /** The tool writes its files line by line, so an incomplete last line will be completed. Implied by `readsOn`. */
  growsByLines?: true;
  /**
   * Whether a file that begins like this belongs to this source. The head is the file's first bytes or, if these
   * don't decide, those after its first line. It may begin or end in the middle of anything. The path is only a hint
   * and must not decide. Absent for a source that is only a database.
   */
  detect?(head: FileHead): boolean;
  /**
   * The source is (also) an SQLite database: tables and columns that all of its databases have. A list if versions of
   * the tool have different tables: a database has all of one entry.
   */
  tables?: Tables | readonly Tables[];
  /** The names of the tool's databases. In a folder, a large database with any other name isn't opened. */
  databases?: readonly string[];
  /** Loads the reader. */
  reader(): Promise<SourceReader>;
}

/** The names of tables, each with columns that it has. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** A tool that writes another tool's format. */
export interface Sibling {
  /** The id under which its usage is stored. */
  id: string;
  name: string;
  /** A file belongs to it if its path contains one of these folders. */
  folders: readonly string[];
  places: Places;
}

/**
 * How the format is known. The first two are exact. What the others say is checked against each file, never guessed.
 */
type Certainty =
  /** Real files were read, and their totals compared. */
  | 'real files'
  /** The code of the tool that writes the files was read. */
  | 'tool source'
  /** Vendors' documentation, or other people's test data. */
  | 'documentation'
  /** Only other trackers' readers. */
  | 'other trackers';

/** What the files of a source can't tell. */
type Limit =
  /** Only session totals are recorded. */
  | 'session-totals'
  /** The tool rounds or estimates the counts. */
  | 'inexact'
  /** Costs are recorded, but no tokens. */
  | 'cost-only'
  /** Cached tokens aren't separated from other input. */
  | 'no-cache-split'
  | 'no-project'
  /** The time of a single call isn't recorded. */
  | 'no-call-time'
  | 'no-model';

/** The module that `Source.reader` loads. It has at least one of the two functions. */
interface SourceReader {
  readonly read?: ReadFile;
  /** Reads a database that has the source's `tables`. */
  readonly readDatabase?: ReadDatabase;
}

/**
 * Reads one file to its end. Never throws because of the file's content, but reports problems. If a chunk can't be
 * read, what was read so far is kept and the error is passed on.
 */
export type ReadFile = (
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  context: SourceContext,
) => Promise<unknown>;

export type ReadDatabase = (
  database: UntrustedDatabase,
  sink: SourceSink,
  context: SourceContext,
) => void | Promise<void>;

export interface SourceSink {
  event(event: SourceUsageEvent): void;
  session(session: SourceSession): void;
  /**
   * Reports that two sessions copied each other's records: they are one family (`model/families.ts`), also across
   * files and imports. Optional: without it, families are only known within one file.
   */
  lineage?(source: string, sessionId: string, parentId: string): void;
  /**
   * Reports a display name for the project at the end of this path (a project id or a workspace). It is used only if
   * the user hasn't named the project. It may come before, after or without any event of that path.
   */
  projectName?(path: string, name: string): void;
  /** Reports what the tool recorded about the limits of its plan: the newest of a file. */
  planLimits?(limits: PlanLimits): void;
  /**
   * `line` counts from 1. Repeated reasons are counted, with the first line kept. Must not contain any of the line's
   * content.
   */
  problem(reason: Problem, line?: number): void;
}

export interface SourceContext {
  /** UTC milliseconds. A parameter, so that reading the same bytes twice gives the same events. */
  now: number;
  /** The path of the file, if known; separated by `/`. */
  path?: string;
  /** When the file was last changed, in UTC milliseconds, for records without a time; absent if unknown. */
  modifiedAt?: number;
  /** The number of lines before the first chunk, if reading continues in the file; absent means 0. */
  linesBefore?: number;
  /** Readers of sources that `readsOn` call it at the end with the number of newlines. */
  onLines?: (lines: number) => void;
  /** The offset at which a database's bytes end and those of its write-ahead log begin; absent if there is no log. */
  writeAheadLogAt?: number;
}
