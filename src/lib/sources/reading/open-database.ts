import type { Problem } from '../../model/problem';
import { databaseTooLarge, maxDatabaseBytes } from './head';
import { join, Pieces } from './pieces';
import { UntrustedDatabase } from './untrusted-database';
import { UnusableDatabase } from './unusable-database';
import { isPageSize, readWriteAheadLog, withCommitted } from './write-ahead-log';

export { UnusableDatabase };

/**
 * Opens a database with the committed content of its write-ahead log. An unusable log is reported and ignored.
 * @param logAt where the log's bytes begin in the chunks; undefined without a log
 * @throws `UnusableDatabase`
 */
export async function openDatabase(
  chunks: AsyncIterable<Uint8Array>,
  logAt: number | undefined,
  problem: (reason: Problem) => void,
): Promise<UntrustedDatabase> {
  const { file, log } = await read(chunks, logAt);
  const merged = merge(file, log);
  if (merged === 'unusable') problem('wal-damaged');
  if (merged === null || merged === 'unusable') return UntrustedDatabase.open(file.list);
  try {
    const database = await UntrustedDatabase.open(merged);
    try {
      database.checkAll();
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    if (!(error instanceof UnusableDatabase)) throw error;
    problem('wal-of-another-version');
    return UntrustedDatabase.open(file.list);
  }
}

/** Null if the log contains no commit. */
function merge(file: Pieces, bytes: Uint8Array): Uint8Array[] | null | 'unusable' {
  const log = readWriteAheadLog(bytes);
  if (log === null || log === 'unusable') return log;
  if (file.length > 0 && pageSizeOf(headerOf(file)) !== log.pageSize) return 'unusable';
  if (log.pageCount * log.pageSize > maxDatabaseBytes) return 'unusable';
  return withCommitted(file, bytes, log);
}

async function read(
  chunks: AsyncIterable<Uint8Array>,
  logAt: number | undefined,
): Promise<{ file: Pieces; log: Uint8Array }> {
  const file = new Pieces();
  const log = new Pieces();
  let length = 0;
  let end = logAt ?? Infinity;
  for await (const chunk of chunks) {
    const rest = Math.max(0, end - length);
    keep(file, chunk.subarray(0, rest));
    if (logAt !== undefined) keep(log, chunk.subarray(rest));
    else if (length < headerBytes && file.length >= headerBytes) end = statedBytes(headerOf(file));
    length += chunk.length;
    if (file.length + log.length > maxDatabaseBytes) throw new UnusableDatabase(databaseTooLarge);
  }
  return { file, log: join(log.list) };
}

function keep(pieces: Pieces, piece: Uint8Array): void {
  try {
    pieces.add(piece);
  } catch (error) {
    // What browsers throw if they can't allocate an array.
    if (error instanceof RangeError) throw new UnusableDatabase('database-needs-memory', { cause: error });
    throw error;
  }
}

const headerBytes = 100;

/** The file's header, or what there is of it. */
const headerOf = (file: Pieces) => new DataView(join(file.between(0, headerBytes)).buffer);

/** The page size in the file's header. */
function pageSizeOf(header: DataView): number {
  const size = header.getUint16(16);
  return size === 1 ? 65_536 : size;
}

/**
 * How many bytes of the file SQLite would read: as many pages as its header states, unless an old version left that
 * number behind. The rest isn't kept, because a huge sparse file is easily made.
 */
function statedBytes(header: DataView): number {
  if (!isPageSize(pageSizeOf(header))) return headerBytes;
  const pages = header.getUint32(28);
  const isUpToDate = header.getUint32(24) === header.getUint32(92);
  return pages > 0 && isUpToDate ? Math.max(headerBytes, pages * pageSizeOf(header)) : Infinity;
}
