/**
 * Returns the folder or foreign name whose project an event belongs to.
 *
 * A worktree counts as its repository: `repo/.claude/worktrees/x`, `repo/.worktrees/x` and `repo-worktrees/x` all
 * become `repo`. The folder in which the session began is the root of all folders inside it; a folder outside it is
 * its own root. Anything but an absolute path (a project id, a workspace, an app) is returned unchanged.
 *
 * @param path the event's working directory (POSIX or Windows) or foreign name
 * @param beganIn the folder in which the session began; null if unknown
 */
export function projectRoot(path: string, beganIn: string | null): string {
  const folder = repositoryOf(normalizePath(path));
  if (beganIn === null) return folder;
  const root = repositoryOf(normalizePath(beganIn));
  return isInside(folder, root) ? root : folder;
}

/**
 * The default name of a path's project: its last `segments` segments, joined by '/'. Never empty; at most 300
 * characters.
 */
export function projectNameOf(path: string, segments = 1): string {
  const separator = separatorOf(path);
  const parts = separator === null ? [path] : path.split(separator).filter((part) => part.trim() !== '');
  const name = (parts.slice(-segments).join('/') || path).trim() || '(no name)';
  const characters = Array.from(name);
  return characters.length > 300 ? `…${characters.slice(-299).join('')}` : name;
}

/** The number of different names that `projectNameOf` can return for a path. */
export function segmentCount(path: string): number {
  const separator = separatorOf(path);
  return separator === null ? 1 : path.split(separator).filter((part) => part.trim() !== '').length;
}

function separatorOf(path: string): '/' | '\\' | null {
  if (path.startsWith('/')) return '/';
  return /^[A-Za-z]:([\\/]|$)|^\\\\/.test(path) ? '\\' : null;
}

/**
 * Gives each folder one spelling: no trailing or doubled separators; on Windows, backslashes and an upper-case drive
 * letter.
 */
function normalizePath(path: string): string {
  switch (separatorOf(path)) {
    case '/':
      return path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
    case '\\': {
      const isShare = path.startsWith('\\\\');
      const single = path
        .replaceAll('/', '\\')
        .replace(/\\{2,}/g, '\\')
        .replace(/\\$/, '');
      return isShare ? `\\${single}` : single.slice(0, 1).toUpperCase() + single.slice(1);
    }
    case null:
      return path;
  }
}

function repositoryOf(path: string): string {
  const separator = separatorOf(path);
  if (separator === null) return path;
  const parts = path.split(separator);
  // Use the outermost match, because a worktree can contain worktrees. Part 0 is the root of the file system.
  for (let index = 1; index < parts.length - 1; index += 1) {
    const part = parts[index] ?? '';
    const before = parts.slice(0, index);
    const hasRepository = before.some((each, place) => place > 0 && each !== '');
    if (hasRepository && part === '.worktrees') return before.join(separator);
    if (hasRepository && part === '.claude' && parts[index + 1] === 'worktrees' && index + 2 < parts.length) {
      return before.join(separator);
    }
    const repository = /^(.+)-worktrees$/.exec(part)?.[1];
    if (repository !== undefined) return [...before, repository].join(separator);
  }
  return path;
}

/** Whether a folder is `root` or inside it. Both must be results of `projectRoot`. */
export function isInside(folder: string, root: string): boolean {
  if (folder === root) return true;
  const separator = separatorOf(root);
  if (separator === null) return false;
  return folder.startsWith(root.endsWith(separator) ? root : root + separator);
}
