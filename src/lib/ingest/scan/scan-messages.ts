import type { Problem } from '../../model/problem';
import type { FileCursor } from '../../model/file-cursor';
import type { ErrorData } from '../../model/errors';
import type { PackedRecords, SourceRecords } from '../../model/source-records';
import type { TableMapping } from '../../model/table-mapping';

/** One file for a scanner to read. */
export interface ScanRequest {
  file: File;
  path: string;
  /** See `SourceContext`. */
  writeAheadLogAt?: number;
  /** A source's id, to skip detection. */
  source: string | null;
  /** The user's mappings of tables that no source knows; absent means none. */
  mappings?: readonly TableMapping[];
  /** UTC milliseconds. Later dates are rejected. */
  now: number;
  /** Absent: the file is read whole, and no cursor is written. */
  remember?: {
    /** The stored cursor; null if there is none. */
    cursor: FileCursor | null;
    /** A tool may be writing the file right now, so a half-written last line is no problem. */
    isLive: boolean;
  };
}

/** What is reported about a file while it is read. Only usage fields of its content are included. */
export type FileReport = { kind: 'records'; source: string; records: SourceRecords } | FileNote;

export type FileNote =
  /** `file` names a file that is packed inside the one being read. */
  | { kind: 'problem'; reason: Problem; line?: number; count: number; file?: string }
  /** The result of one of the files packed inside it. */
  | { kind: 'packed'; path: string; result: ScanResult }
  /** Bytes read since the last such report. */
  | { kind: 'bytes'; bytes: number };

/**
 * The result of a file. `unpacked`: an archive, with the number of its files that were read. `skipped`: not even
 * opened. `unknown`: no source recognizes it; `columns` is set if it looks like a table, `isKnown` if it is a tool's
 * file without counts. `unreadable`: the browser could not read it to its end; what was read before that was reported.
 */
export type ScanResult =
  /** `isUnfinished`: its last row may still be being written. The row was dropped, so the file must be read again. */
  | { outcome: 'read'; source: string; cursor?: FileCursor; isUnfinished?: true }
  /** The same as when it was last read. */
  | { outcome: 'unchanged' }
  | { outcome: 'unpacked'; files: number; cursor?: FileCursor }
  | { outcome: 'empty' }
  | { outcome: 'skipped'; reason: Problem }
  | { outcome: 'unknown'; reason: Problem; columns?: readonly string[]; isKnown?: true; cursor?: FileCursor }
  | { outcome: 'unreadable'; reason: Problem };

/** What a scanner reports while it reads. `file` is the index of the file's request. */
export type ScanReport =
  /** The packed records of one file or several. */
  { kind: 'records'; source: string; packed: PackedRecords } | { kind: 'note'; file: number; note: FileNote };

/** Reads some files at a time, in a worker or, in tests, directly. */
export interface Scanner {
  /** Whether it has started and can read. */
  readonly isReady: boolean;
  /**
   * Results are in the order of the requests. Rejects only if the scanner itself failed, died or was closed; then it
   * can't be used any more.
   */
  scan(requests: readonly ScanRequest[], report: (report: ScanReport) => void): Promise<ScanResult[]>;
  close(): void;
}

/** Page → scan worker. */
export type ScanPageMessage =
  /** The lock that the worker must hold while it lives (model/worker-life.ts). */
  { kind: 'start'; life: string } | { kind: 'scan'; requests: readonly ScanRequest[] };

/** Scan worker → page. */
export type ScanWorkerMessage =
  /** `isHeld`: the lock is held, so the page can notice the worker's death. */
  | { kind: 'ready'; isHeld: boolean }
  | { kind: 'reports'; reports: ScanReport[] }
  | { kind: 'results'; results: ScanResult[] }
  | { kind: 'failed'; error: ErrorData };
