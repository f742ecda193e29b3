import type { SourceSession, SourceUsageEvent } from '../model/usage-event';
import type { Places } from './places';
import type { FileHead } from './reading/head';
import type { UntrustedDatabase } from './reading/untrusted-database';

/**
 * A kind of log or export that holds usage. This is the light half: what it is, where its files are and how to recognize
 * one. The half that reads is loaded only when a file needs it, so that many sources cost nothing until then.
 */
export interface Source {
  /** Stable and lower-case: it is stored with every event, and every dedupe key begins with it. */
  id: string;
  /** As people call it. */
  name: string;
  certainty: Certainty;
  places: Places;
  /** What one event stands for: one call, or the sum of an hour or a day. Absent is `calls`. */
  rows?: 'calls' | 'sums';
  /** What files of this source cannot tell. Absent: nothing is missing. */
  limits?: readonly Limit[];
  /**
   * Whether the cost that the tool records can be believed. `trusted`: events carry it as `recordedCostNanoUsd`. `ignored`: it
   * is wrong, or in credits. Absent: the tool records none.
   */
  recordedCost?: 'trusted' | 'ignored';
  /** Tools that write the same format: where the file lies tells whose it is. Keys are the same for all of them. */
  siblings?: readonly Sibling[];
  /** Project names are the SHA-256 of a folder's path, to be recognized once that folder is known. */
  foldersAreHashed?: true;
  /**
   * Files of this source only grow, and each line stands for itself: a file may be read on from the beginning of any line,
   * with `context.linesBefore`. Absent: a file that has changed is read from its beginning.
   */
  readsOn?: true;
  /** The tool writes its files line by line: a last line that is incomplete will be completed. Implied by `readsOn`. */
  growsByLines?: true;
  /**
   * Whether a file that begins like this is one of this source. The head is the file's first bytes or, where these say
   * nothing, those after its first line; it may begin or end in the middle of anything. The path is a hint, never the reason.
   * Absent for a source that is only a database.
   */
  detect?(head: FileHead): boolean;
  /** The source is (also) a SQLite database: tables and columns that all of its databases have. */
  tables?: Readonly<Record<string, readonly string[]>>;
  /** Loads the half that reads. */
  reader(): Promise<SourceReader>;
}

/** A tool that writes the format of another one. */
export interface Sibling {
  /** Its usage is stored under this id. */
  id: string;
  name: string;
  /** A file is its own where one of these folders is in the path. */
  folders: readonly string[];
  places: Places;
}

/** How the format is known. The first two are exact; what the others say is checked against each file, never guessed. */
type Certainty =
  /** Real files were read, and their totals compared. */
  | 'real files'
  /** The code of the tool that writes the files was read. */
  | 'tool source'
  /** The vendor's pages, or somebody's test data. */
  | 'documentation'
  /** Only other trackers' readers. */
  | 'other trackers';

/** What files of a source cannot tell. */
type Limit =
  /** Only the sums of a session are recorded. */
  | 'session-totals'
  /** Counts are rounded or estimated by the tool. */
  | 'inexact'
  /** What calls cost is recorded, but no tokens. */
  | 'cost-only'
  /** Cached tokens are not told apart from other input. */
  | 'no-cache-split'
  | 'no-project'
  /** The time of a single call is not recorded. */
  | 'no-call-time'
  | 'no-model';

/** The half of a source that reads: the module that `Source.reader` loads. It has at least one of the two. */
interface SourceReader {
  readonly read?: ReadFile;
  /** Reads a database that has the source's `tables`. */
  readonly readDatabase?: ReadDatabase;
}

/**
 * Reads one file to its end. Never throws for what stands in the file, but reports it as a problem. When a chunk cannot be
 * read, what was read so far is kept and the error is passed on.
 */
export type ReadFile = (
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  context: SourceContext,
) => Promise<void>;

export type ReadDatabase = (
  database: UntrustedDatabase,
  sink: SourceSink,
  context: SourceContext,
) => void | Promise<void>;

export interface SourceSink {
  event(event: SourceUsageEvent): void;
  session(session: SourceSession): void;
  /**
   * Two sessions copy rows of each other: they are one family (`model/families.ts`), also over files and imports.
   * Optional: without it only what stands in one file is known.
   */
  lineage?(source: string, sessionId: string, parentId: string): void;
  /**
   * What people call the project at the end of this path (a project id or a workspace). Only a name for a project that the
   * user has not named; it may come before, after or without any event of that path.
   */
  projectName?(path: string, name: string): void;
  /** `line` counts from 1. The same reason again is counted, with the first line kept. Holds nothing of the line's content. */
  problem(reason: string, line?: number): void;
}

export interface SourceContext {
  /** UTC milliseconds; given, so that reading the same bytes twice gives the same events. */
  now: number;
  /** Where the file lies, as far as that is known; separated by `/`. */
  path?: string;
  /** When the file was last changed, in UTC milliseconds, for what has no time of its own; absent where that is not known. */
  modifiedAt?: number;
  /** How many lines of the file lie before the first chunk, where it is read on; absent is none. */
  linesBefore?: number;
  /** A database's bytes end here, and those of the write-ahead log that lies beside it follow; absent: there is no such log. */
  writeAheadLogAt?: number;
}
