import { countProblems, type ImportRecord } from '../../model/import-summary';

/** What someone who reads a month should know about the imports behind its numbers. `at` is in UTC milliseconds. */
export type ImportHealth =
  | { kind: 'fine'; at: number }
  /** Some lines or files could not be read. */
  | { kind: 'problems'; at: number; count: number }
  /** The user stopped the import, or its tab was closed. */
  | { kind: 'stopped' | 'unfinished'; at: number }
  /** Connected folders that are currently not read. */
  | { kind: 'unread'; at: number | undefined; folders: readonly string[] };

interface Folder {
  status: string;
  stored: { name: string };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The most pressing thing to report. Undefined when nothing was ever imported and no folder is connected. A folder
 * that waits for permission is reported elsewhere, with its button; here only after it has waited for days.
 * @param imports newest first
 * @param now UTC milliseconds
 */
export function importHealth(
  imports: readonly ImportRecord[],
  folders: readonly Folder[],
  now: number,
): ImportHealth | undefined {
  const last = imports.find(({ status }) => status !== 'undone');
  const at = last === undefined ? undefined : (last.finishedAt ?? last.startedAt);
  const isOld = at === undefined || now - at >= 2 * day;
  const unread = folders.filter(
    ({ status }) => ['gone', 'refused', 'failed'].includes(status) || (status === 'paused' && isOld),
  );
  if (unread.length > 0) return { kind: 'unread', at, folders: unread.map(({ stored }) => stored.name) };
  if (last === undefined || at === undefined) return undefined;
  // An import that began recently may still be running in another tab.
  if (last.status === 'running') return now - at < 10 * minute ? undefined : { kind: 'unfinished', at };
  if (last.status === 'cancelled') return { kind: 'stopped', at };
  const count = countProblems(last.problems);
  return count > 0 ? { kind: 'problems', at, count } : { kind: 'fine', at };
}
