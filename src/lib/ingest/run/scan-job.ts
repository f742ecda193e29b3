import type { FileCursor } from '../../model/file-cursor';
import type { TableMapping } from '../../model/table-mapping';
import type { UnknownTable } from '../files/chosen-file';
import type { Scanner } from '../scan/scan-messages';
import type { BatchSender } from './batch-sender';
import type { ProblemList } from './problem-list';
import type { ProgressMeter } from './progress-meter';

/** What one run needs to read files, and where it puts the results. */
export interface ScanJob {
  source: string | null;
  mappings: readonly TableMapping[];
  onUnknownTable?: ((table: UnknownTable) => void) | undefined;
  onRead?: ((path: string) => void) | undefined;
  onUnfinished?: (() => void) | undefined;
  sender: BatchSender;
  meter: ProgressMeter;
  problems: ProblemList;
  /** Counts the files that a source has read and the unchanged ones, and collects the sources. */
  found: { files: number; unchanged: number; sources: Set<string> };
  /** The cursors by path, and a function that receives the new one of each file. Null: all files are read whole. */
  memory: { cursors: Map<string, FileCursor>; isLive: boolean; keep: (cursor: FileCursor) => void } | null;
  startScanner: () => Scanner;
  /** The number of concurrent scanners. */
  scanners: number;
  signal?: AbortSignal;
}
