import type { ImportTarget } from '../import-target';
import { sha256 } from './sha256';

/** Gemini CLI identifies a project by the SHA-256 of its folder's path, in hexadecimal. */
const hash = /^[\da-f]{64}$/;

/**
 * Assigns names that are hashes of known folders to the projects of these folders. A folder becomes known through
 * another source or the user. Other names wait for the user; existing assignments stay.
 */
export async function recogniseFolders(target: ImportTarget): Promise<void> {
  const names = await target.call('getUndecidedNames');
  const hashes = new Set(names.map(({ path }) => path).filter((path) => hash.test(path)));
  if (hashes.size === 0) return;
  for (const { path, projectId } of await target.call('getKnownFolders')) {
    const name = await sha256(new TextEncoder().encode(path));
    if (!hashes.delete(name)) continue;
    const decision = { projectId, coversSubfolders: false, isDecided: true, isFound: true };
    await target.call('decideProjectPath', name, decision, Date.now());
  }
}
