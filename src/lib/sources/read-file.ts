import { isDatabase, isWriteAheadLog } from './reading/head';
import { peekBytes } from './reading/peek';
import type { UntrustedDatabase } from './reading/untrusted-database';
import type { Source, SourceContext, SourceSink } from './source';
import { hasTables } from './registry';

type Chunks = AsyncIterable<Uint8Array>;

export const logAlone = 'wal-alone';

/** Enough bytes to recognize a database. */
const startLength = 16;

const readers = new WeakMap<Source, ReturnType<Source['reader']>>();

/** Cached, because a folder has thousands of files, and even importing a loaded module takes time. */
function readerOf(source: Source): ReturnType<Source['reader']> {
  let reader = readers.get(source);
  if (reader === undefined) {
    readers.set(source, (reader = source.reader()));
    // A reader that couldn't be loaded, for example offline, is tried again next time.
    reader.catch(() => readers.delete(source));
  }
  return reader;
}

/** Reads a file to its end with this source, after loading the source's reader. */
export async function readFile(
  source: Source,
  chunks: Chunks,
  sink: SourceSink,
  context: SourceContext,
): Promise<void> {
  const { read } = await readerOf(source);
  if (source.tables === undefined) {
    await read?.(chunks, sink, context);
    return;
  }
  const { start, all } = await peekBytes(chunks, startLength);
  const isOfDatabase = context.writeAheadLogAt !== undefined || isDatabase(start);
  if (!isOfDatabase && isWriteAheadLog(start)) sink.problem(logAlone);
  else if (!isOfDatabase && read !== undefined) await read(all, sink, context);
  else await readAsDatabase(all, sink, context, () => ({ source, sink }));
}

/**
 * Reads a database with the source that `choose` returns for its tables; `choose` returns null if none matches.
 * Resolves with that source. A damaged file, or one that isn't a database, is reported as a problem.
 */
export async function readAsDatabase(
  chunks: Chunks,
  problems: Pick<SourceSink, 'problem'>,
  context: SourceContext,
  choose: (database: UntrustedDatabase) => { source: Source; sink: SourceSink } | null,
): Promise<Source | null> {
  // SQLite takes about a megabyte, so load it only if a file needs it.
  const { openDatabase, UnusableDatabase } = await import('./reading/open-database');
  let database: UntrustedDatabase | null = null;
  let chosen: { source: Source; sink: SourceSink } | null = null;
  try {
    database = await openDatabase(chunks, context.writeAheadLogAt, (reason) => problems.problem(reason));
    chosen = choose(database);
    if (chosen === null) return null;
    const { source, sink } = chosen;
    if (!hasTables(database, source.tables ?? {})) {
      sink.problem('database-tables-missing');
      return source;
    }
    const { path = '', writeAheadLogAt } = context;
    // A file that was chosen with its folder would have come with its log.
    if (database.hadWriteAheadLog && writeAheadLogAt === undefined && !path.includes('/')) {
      sink.problem('wal-missing');
    }
    const { readDatabase } = await readerOf(source);
    await readDatabase?.(database, sink, context);
    return source;
  } catch (error) {
    if (!(error instanceof UnusableDatabase)) throw error;
    problems.problem(error.problem);
    // Keep what was read before the damage.
    return chosen?.source ?? null;
  } finally {
    database?.close();
  }
}
