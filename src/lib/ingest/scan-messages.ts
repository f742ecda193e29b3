import type { SourceSession, SourceUsageEvent } from '../model/usage-event';

/** What a scanner is told to read. */
export interface ScanRequest {
  file: File;
  path: string;
  /** A source's id, to skip detection. */
  source: string | null;
  /** UTC milliseconds: dates after it are not believed. */
  now: number;
}

/** What it says while it reads. Nothing of a file's content but usage fields is in it. */
export type ScanReport =
  | { kind: 'records'; source: string; events: SourceUsageEvent[]; sessions: SourceSession[] }
  | { kind: 'problem'; reason: string; line?: number; count: number }
  /** Bytes read since the last such report. */
  | { kind: 'bytes'; bytes: number };

/**
 * How it ended. `unknown`: no source recognises the file. `unreadable`: the browser could not read it to its end; what
 * was read before was reported.
 */
export type ScanResult =
  | { outcome: 'read'; source: string }
  | { outcome: 'empty' }
  | { outcome: 'unknown'; reason: string }
  | { outcome: 'unreadable'; reason: string };

/** Reads one file at a time, in a worker or, in tests, in place. */
export interface Scanner {
  /** Rejects only when the scanner itself broke or was closed. */
  scan(request: ScanRequest, report: (report: ScanReport) => void): Promise<ScanResult>;
  close(): void;
}
