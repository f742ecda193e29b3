import type { Commands, DatabaseName } from '../../protocol/commands';
import { ContentStore } from './content-store';

type Call = <C extends keyof Commands>(
  command: C,
  ...args: Parameters<Commands[C]>
) => Promise<ReturnType<Commands[C]>>;

/** Documents are other people's data, so they are deleted after this many days. */
const keptDays = 30;
const dayMs = 24 * 60 * 60_000;

/** Documents that were added before this time are deleted. In UTC milliseconds. */
export const oldestKept = (now: number): number => now - keptDays * dayMs;

/** Blocks sweeping while documents are added, because their files exist before the rows that refer to them. */
export function whileAdding<T>(database: DatabaseName, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName(database), { mode: 'shared' }, work);
}

/** Deletes the text and the results of these documents, except of those that are being sent; the numbers stay. */
export async function deleteContents(
  call: Call,
  database: DatabaseName,
  documentIds: readonly string[],
): Promise<number> {
  const deleted = await call('forgetContents', documentIds, Date.now());
  await sweepContents(call, database);
  return deleted;
}

/** Deletes contents older than `keptDays`, and orphaned files, which a crash can leave. */
export async function tidyContents(call: Call, database: DatabaseName): Promise<void> {
  const old = await call('getOldDocuments', oldestKept(Date.now()));
  if (old.length > 0) await call('forgetContents', old, Date.now());
  await sweepContents(call, database);
}

/** Deletes the files that no longer belong to any document in the list. */
export async function sweepContents(call: Call, database: DatabaseName): Promise<void> {
  await navigator.locks.request(lockName(database), () =>
    new ContentStore(database).sweep(() => call('getKeptContents')),
  );
}

const lockName = (database: DatabaseName) => `tokentab-documents-${database}`;
