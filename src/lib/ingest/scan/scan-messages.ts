import type { FileCursor } from '../../model/file-cursor';
import type { ErrorData } from '../../model/errors';
import type { PackedRecords, SourceRecords } from '../../model/source-records';
import type { TableMapping } from '../../model/table-mapping';

/** What a scanner is told to read. */
export interface ScanRequest {
  file: File;
  path: string;
  /** See `SourceContext`. */
  writeAheadLogAt?: number;
  /** A source's id, to skip detection. */
  source: string | null;
  /** How users read tables that no source knows; absent is none. */
  mappings?: readonly TableMapping[];
  /** UTC milliseconds: dates after it are not believed. */
  now: number;
  /** Absent: the file is read whole, and nothing is remembered of it. */
  remember?: {
    /** What is remembered of it; null where nothing is. */
    cursor: FileCursor | null;
    /** Somebody may be writing it right now: a half-written last line is no problem. */
    isLive: boolean;
  };
}

/** What is said of a file while it is read. Nothing of its content but usage fields is in it. */
export type FileReport = { kind: 'records'; source: string; records: SourceRecords } | FileNote;

export type FileNote =
  /** `file` names one that is packed in the file that is read. */
  | { kind: 'problem'; reason: string; line?: number; count: number; file?: string }
  /** How one of the files that are packed in it ended. */
  | { kind: 'packed'; path: string; result: ScanResult }
  /** Bytes read since the last such report. */
  | { kind: 'bytes'; bytes: number };

/**
 * How it ended. `unpacked`: an archive, of whose files so many were read. `skipped`: not even looked at. `unknown`: no source recognises the file; `columns` are there where it looks like a table. `unreadable`: the browser could not read it to its end; what
 * was read before was reported.
 */
export type ScanResult =
  /** `isUnfinished`: its last row may still be written. It was left out, so the file is to be read again. */
  | { outcome: 'read'; source: string; cursor?: FileCursor; isUnfinished?: true }
  /** As it was when it was read the last time. */
  | { outcome: 'unchanged' }
  | { outcome: 'unpacked'; files: number; cursor?: FileCursor }
  | { outcome: 'empty' }
  | { outcome: 'skipped'; reason: string }
  | { outcome: 'unknown'; reason: string; columns?: readonly string[]; cursor?: FileCursor }
  | { outcome: 'unreadable'; reason: string };

/** What a scanner says while it reads: `file` is the place of a file's request among those that it was given. */
export type ScanReport =
  /** Of one file or, packed together, of several. */
  { kind: 'records'; source: string; packed: PackedRecords } | { kind: 'note'; file: number; note: FileNote };

/** Reads some files at a time, in a worker or, in tests, in place. */
export interface Scanner {
  /** It was started, and can read. */
  readonly isReady: boolean;
  /** In the order of the requests. Rejects only when the scanner itself broke, died or was closed: then it is of no use any more. */
  scan(requests: readonly ScanRequest[], report: (report: ScanReport) => void): Promise<ScanResult[]>;
  close(): void;
}

/** Page → scan worker. */
export type ScanPageMessage =
  /** The lock to hold while it lives (model/worker-life.ts). */
  { kind: 'start'; life: string } | { kind: 'scan'; requests: readonly ScanRequest[] };

/** Scan worker → page. */
export type ScanWorkerMessage =
  /** `isHeld`: its end can be noticed by the lock. */
  | { kind: 'ready'; isHeld: boolean }
  | { kind: 'reports'; reports: ScanReport[] }
  | { kind: 'results'; results: ScanResult[] }
  | { kind: 'failed'; error: ErrorData };
