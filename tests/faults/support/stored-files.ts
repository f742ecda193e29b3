import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

interface StoredFile {
  path: string;
  bytes: number;
}

/** The OPFS files in a profile on disk, the largest first: the database, unless it is nearly empty. */
export async function storedFiles(profile: string): Promise<StoredFile[]> {
  const names = await readdir(profile, { recursive: true });
  const paths = names
    .filter((name) => /File System\/.*\/t\/00\/\d+$/.test(name))
    .map((name) => join(profile, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, bytes: (await stat(path)).size })));
  return files.toSorted((a, b) => b.bytes - a.bytes);
}
