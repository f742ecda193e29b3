import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ChosenFile } from '../../../../src/lib/ingest/files/chosen-file';
import type { ImportTarget } from '../../../../src/lib/ingest/import-target';
import type { Command, Commands } from '../../../../src/lib/protocol/commands';
import { openTestDatabase, type TestDatabase } from '../../database/open';

export { inPlace } from './in-place';

/** A real database in memory, behind the interface of the page's client. */
export async function openTarget(): Promise<TestDatabase & { target: ImportTarget }> {
  const opened = await openTestDatabase();
  const { commands } = opened;
  const target: ImportTarget = {
    async call<C extends Command>(command: C, ...args: Parameters<Commands[C]>) {
      const run = commands[command] as (...args: Parameters<Commands[C]>) => ReturnType<Commands[C]>;
      // As with real messages: copied, and answered later.
      return Promise.resolve(run(...structuredClone(args)));
    },
  };
  return { ...opened, target };
}

export function chosenFile(path: string, content: BlobPart, lastModified = 1): ChosenFile {
  return { file: new File([content], path.slice(path.lastIndexOf('/') + 1), { lastModified }), path };
}

/** All files in a folder of this machine. */
export async function filesOf(root: string): Promise<ChosenFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return chosenFile(relative(root, path), new Uint8Array(await readFile(path)));
      }),
  );
}
