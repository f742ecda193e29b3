import type { ErrorCode } from '../../model/errors';

/** None: errors come with their English sentence. A language that has its own says it instead. */
export const errors: Partial<Record<ErrorCode, string>> = {};
