import { problemKey, type Problem } from './problem';
/**
 * All errors that Tokentab shows. They cross the worker boundary as data (`toErrorData`) and become `TokentabError`s
 * again (`fromErrorData`), so that `instanceof` and `code` work on both sides.
 */
export type ErrorCode =
  /** This browser or window has no private file storage. */
  | 'NoStorage'
  /** Something outside Tokentab's own lock holds the storage. */
  | 'StorageBusy'
  /** The disk or the site's quota is full. */
  | 'StorageFull'
  /** The site's data was cleared while the app was open. */
  | 'StorageGone'
  /** A database existed, but its file is gone although the site's data wasn't cleared. */
  | 'DataMissing'
  /** SQLite reports that the file is damaged. */
  | 'Corrupt'
  /** A newer Tokentab has written the database. */
  | 'NewerData'
  /** The tab that led the database is gone, and no other took over in time. */
  | 'LeaderLost'
  /** The worker that calls models isn't there, or the browser doesn't confine it to the address it should call. */
  | 'NoCaller'
  /** No answer within the call's time limit. */
  | 'Timeout'
  /** The caller's arguments are invalid. */
  | 'BadInput'
  /** No such project, import or event exists. */
  | 'NotFound'
  /** The user or the caller stopped the action. */
  | 'Cancelled'
  /** A bug. */
  | 'Unexpected';

export interface ErrorData {
  code: ErrorCode;
  problem: Problem;
  /** Technical details for a bug report, without user content. */
  cause?: string;
}

export class TokentabError extends Error {
  override name = 'TokentabError';
  readonly code: ErrorCode;
  /** What exactly went wrong. Pages show its sentence; the console shows `message`. */
  readonly problem: Problem;

  constructor(code: ErrorCode, problem: Problem, cause?: unknown) {
    super(messageOf(problem), cause === undefined ? undefined : { cause });
    this.code = code;
    this.problem = problem;
  }
}

export function toErrorData(error: unknown): ErrorData {
  if (error instanceof TokentabError) {
    const data: ErrorData = { code: error.code, problem: error.problem };
    if (error.cause !== undefined) data.cause = describe(error.cause);
    return data;
  }
  return {
    code: 'Unexpected',
    problem: 'unexpected',
    cause: describe(error),
  };
}

export function fromErrorData(data: ErrorData): TokentabError {
  return new TokentabError(data.code, data.problem, data.cause);
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const nested = cause.cause === undefined ? '' : ` (because ${describe(cause.cause)})`;
  return `${cause.name}: ${cause.message}${nested}`;
}

function messageOf(problem: Problem): string {
  return typeof problem !== 'string' && problem.code === 'invalid-argument'
    ? problem.hint
    : problemKey(problem);
}
