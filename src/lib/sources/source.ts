import type { SourceSession, SourceUsageEvent } from '../model/usage-event';

/** A kind of log or export that holds usage events. A source is pure: bytes in, events out. */
export interface Source {
  /** Stable and lower-case: it is stored with every event. */
  id: string;
  /** As people call it. */
  name: string;
  /** How sure we are of the format: real files were seen, or only its documentation. */
  certainty: 'real files' | 'documentation';
  /** Where its files lie, for the import page. */
  places: readonly string[];
  /**
   * Looks at a window of a file, decoded as UTF-8; the name is a hint, never the reason. The window is the file's
   * first bytes or, where these say nothing, those after its first line; it may begin or end in the middle of anything.
   */
  detect(head: string, path: string): boolean;
  /**
   * Files of this source only grow, and each line stands for itself: a file may be read on from the beginning of any line,
   * with `context.linesBefore`. Absent: a file that has changed is read from its beginning.
   */
  readsOn?: true;
  /** A tool writes its files line by line: a last line that is only half there will come whole. True where it `readsOn`. */
  growsByLines?: true;
  /** Reads one file to its end; never throws for what stands in the file, but names it as a problem. When a chunk cannot be read, what was read is kept and the error goes on. */
  read(chunks: AsyncIterable<Uint8Array>, sink: SourceSink, context: SourceContext): Promise<void>;
}

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
  /** How many lines of the file lie before the first chunk, where it is read on; absent is none. */
  linesBefore?: number;
  /** A database's bytes end here, and those of the write-ahead log that lies beside it follow; absent: there is no such log. */
  writeAheadLogAt?: number;
}
