/**
 * The folder or foreign name whose project an event belongs to.
 *
 * A worktree counts as its repository: `repo/.claude/worktrees/x`, `repo/.worktrees/x` and `repo-worktrees/x` are `repo`.
 * Where the session began is the root of all folders inside of it; a folder outside of that is its own root.
 * What is no absolute path (a project id, a workspace, an app) is a root as it stands.
 *
 * @param path the event's working directory, POSIX or Windows, or its foreign name
 * @param beganIn where its session began, null where that is not known
 */
export function projectRoot(path: string, beganIn: string | null): string {
  const folder = repositoryOf(normalizePath(path));
  if (beganIn === null) return folder;
  const root = repositoryOf(normalizePath(beganIn));
  return isInside(folder, root) ? root : folder;
}

/**
 * What a project of this path is called: its last `segments` segments, joined by '/'. Never empty, at most 300 characters.
 */
export function projectNameOf(path: string, segments = 1): string {
  const separator = separatorOf(path);
  const parts = separator === null ? [path] : path.split(separator).filter((part) => part.trim() !== '');
  const name = (parts.slice(-segments).join('/') || path).trim() || '(no name)';
  const characters = Array.from(name);
  return characters.length > 300 ? `…${characters.slice(-299).join('')}` : name;
}

/** How many different names `projectNameOf` can give. */
export function segmentCount(path: string): number {
  const separator = separatorOf(path);
  return separator === null ? 1 : path.split(separator).filter((part) => part.trim() !== '').length;
}

function separatorOf(path: string): '/' | '\\' | null {
  if (path.startsWith('/')) return '/';
  return /^[A-Za-z]:([\\/]|$)|^\\\\/.test(path) ? '\\' : null;
}

/** One spelling per folder: no trailing or doubled separators; on Windows backslashes and a capital drive letter. */
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
  // The outermost layout counts: a worktree can hold worktrees. The first part is the file system's root.
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

/** Whether a folder is `root` or below it; both as `projectRoot` gives them. */
export function isInside(folder: string, root: string): boolean {
  if (folder === root) return true;
  const separator = separatorOf(root);
  if (separator === null) return false;
  return folder.startsWith(root.endsWith(separator) ? root : root + separator);
}
