/**
 * Every error that Tokentab shows. They cross the worker boundary as data (`toErrorData`) and come back as
 * `TokentabError` (`fromErrorData`), so that `instanceof` and `code` hold on both sides.
 */
export type ErrorCode =
  /** This browser or window offers no private file storage. */
  | 'NoStorage'
  /** The storage is there, but something outside Tokentab's own lock holds it. */
  | 'StorageBusy'
  /** The disk or the site's quota is full. */
  | 'StorageFull'
  /** The site's data was cleared while the app was open. */
  | 'StorageGone'
  /** There was a database, and its file is gone although the site's data was not cleared. */
  | 'DataMissing'
  /** SQLite says that the file is damaged. */
  | 'Corrupt'
  /** The database was written by a newer Tokentab than this one. */
  | 'NewerData'
  /** The tab that owned the database went away and no other took over in time. */
  | 'LeaderLost'
  /** No answer within the call's time. */
  | 'Timeout'
  /** The caller's arguments are wrong. */
  | 'BadInput'
  /** There is no such project, import or event. */
  | 'NotFound'
  /** The user or the caller stopped it. */
  | 'Cancelled'
  /** A defect of ours. */
  | 'Unexpected';

export interface ErrorData {
  code: ErrorCode;
  message: string;
  /** Technical detail to copy into a report; holds no user content. */
  cause?: string;
}

export class TokentabError extends Error {
  override name = 'TokentabError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

export function toErrorData(error: unknown): ErrorData {
  if (error instanceof TokentabError) {
    const data: ErrorData = { code: error.code, message: error.message };
    if (error.cause !== undefined) data.cause = describe(error.cause);
    return data;
  }
  return {
    code: 'Unexpected',
    message: 'Something went wrong inside Tokentab. Your data is as it was before this step.',
    cause: describe(error),
  };
}

export function fromErrorData(data: ErrorData): TokentabError {
  return new TokentabError(data.code, data.message, data.cause);
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const nested = cause.cause === undefined ? '' : ` (because ${describe(cause.cause)})`;
  return `${cause.name}: ${cause.message}${nested}`;
}
