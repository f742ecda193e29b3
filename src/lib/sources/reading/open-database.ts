import type { Problem } from '../../model/problem';
import { databaseTooLarge, maxDatabaseBytes } from './head';
import { UntrustedDatabase } from './untrusted-database';
import { UnusableDatabase } from './unusable-database';
import { readWriteAheadLog, withCommitted } from './write-ahead-log';

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
  const all = await joined(chunks);
  const file = all.subarray(0, logAt);
  const merged = merge(file, all.subarray(file.length));
  if (merged === 'unusable') problem('wal-damaged');
  if (merged === null || merged === 'unusable') return UntrustedDatabase.open([file]);
  try {
    const database = await UntrustedDatabase.open([merged]);
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
    return UntrustedDatabase.open([file]);
  }
}

/** Null if the log contains no commit. */
function merge(file: Uint8Array, bytes: Uint8Array): Uint8Array | null | 'unusable' {
  const log = readWriteAheadLog(bytes);
  if (log === null || log === 'unusable') return log;
  if (file.length > 0 && pageSizeOf(file) !== log.pageSize) return 'unusable';
  if (log.pageCount * log.pageSize > maxDatabaseBytes) return 'unusable';
  return withCommitted(file, bytes, log);
}

/** The page size in the file's header. */
function pageSizeOf(file: Uint8Array): number {
  const size = ((file[16] ?? 0) << 8) | (file[17] ?? 0);
  return size === 1 ? 65_536 : size;
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxDatabaseBytes) throw new UnusableDatabase(databaseTooLarge);
    parts.push(chunk.slice());
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
