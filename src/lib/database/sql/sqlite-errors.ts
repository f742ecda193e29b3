import type { PlainProblem } from '../../model/problem';
import type { Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { TokentabError, type ErrorCode } from '../../model/errors';

/**
 * Translates an SQLite error into a TokentabError; any other error is returned unchanged. On OPFS, running out of
 * space is an IOERR, with the transaction already rolled back; other systems report FULL.
 */
export function asTokentabError(sqlite3: Sqlite3Static, error: unknown): unknown {
  if (error instanceof TokentabError || !(error instanceof sqlite3.SQLite3Error)) return error;
  const { capi } = sqlite3;
  // The upper bits only distinguish variants of the same error.
  switch (error.resultCode & 0xff) {
    case capi.SQLITE_IOERR:
    case capi.SQLITE_FULL:
    case capi.SQLITE_CANTOPEN:
    case capi.SQLITE_READONLY:
      return described('StorageFull', error);
    case capi.SQLITE_CORRUPT:
    case capi.SQLITE_NOTADB:
      return described('Corrupt', error);
    case capi.SQLITE_BUSY:
    case capi.SQLITE_LOCKED:
      return described('StorageBusy', error);
    default:
      return described('Unexpected', error);
  }
}

const problems = {
  StorageFull: 'write-failed',
  Corrupt: 'stored-file-damaged',
  StorageBusy: 'database-in-use',
  Unexpected: 'unexpected',
} as const satisfies Partial<Record<ErrorCode, PlainProblem>>;

function described(code: keyof typeof problems, cause: unknown): TokentabError {
  return new TokentabError(code, problems[code], cause);
}
