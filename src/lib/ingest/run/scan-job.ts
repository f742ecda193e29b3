import type { FileCursor } from '../../model/file-cursor';
import type { TableMapping } from '../../model/table-mapping';
import type { UnknownTable } from '../files/chosen-file';
import type { Scanner } from '../scan/scan-messages';
import type { BatchSender } from './batch-sender';
import type { ProblemList } from './problem-list';
import type { ProgressMeter } from './progress-meter';

/** What reading the files of one run needs, and where it puts what it finds. */
export interface ScanJob {
  source: string | null;
  mappings: readonly TableMapping[];
  onUnknownTable?: ((table: UnknownTable) => void) | undefined;
  onRead?: ((path: string) => void) | undefined;
  onUnfinished?: (() => void) | undefined;
  sender: BatchSender;
  meter: ProgressMeter;
  problems: ProblemList;
  /** Counts the files that a source has read and those that need not be read, and names the sources. */
  found: { files: number; unchanged: number; sources: Set<string> };
  /** What is remembered of files, by path; it takes in how far each was read now. Null: all are read whole. */
  memory: { cursors: Map<string, FileCursor>; isLive: boolean; keep: (cursor: FileCursor) => void } | null;
  startScanner: () => Scanner;
  /** How many may read at once. */
  scanners: number;
  signal?: AbortSignal;
}
