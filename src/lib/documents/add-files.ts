import type { Command, Commands, DatabaseName } from '../protocol/commands';
import type { DocumentProblem } from './document';
import { DocumentReader } from './worker/document-reader';
import { isFree } from './contents/is-free';
import { whileAdding } from './contents/keep-contents';

/** The outcome of adding files to a project. */
export interface AddedFiles {
  /** The ids of documents that a batch can take now: new ones, waiting ones and failed ones. */
  documentIds: string[];
  /** The number of files that are already in a batch of the project, or extracted. */
  known: number;
  problems: { name: string; problem: DocumentProblem }[];
}

interface Target {
  call: <C extends Command>(command: C, ...args: Parameters<Commands[C]>) => Promise<ReturnType<Commands[C]>>;
  database: DatabaseName;
  newId: () => string;
}

/** Extracts the text of files, stores it in this browser and adds them to a project's queue. Sends nothing. */
export function addFiles(
  { call, database, newId }: Target,
  projectId: string,
  files: readonly File[],
): Promise<AddedFiles> {
  return whileAdding(database, async () => {
    const reader = new DocumentReader();
    const problems: AddedFiles['problems'] = [];
    const hashes = new Set<string>();
    try {
      for (const file of files) {
        const read = await reader.read(file, database);
        if (typeof read === 'string') {
          problems.push({ name: file.name, problem: read });
          continue;
        }
        hashes.add(read.sha256);
        const document = {
          id: newId(),
          projectId,
          fileName: file.name,
          byteLength: file.size,
          contentSha256: read.sha256,
          textSha256: read.textSha256,
          textCharacters: read.characters,
          textTokens: read.tokens,
          pages: read.pages,
          createdAt: Date.now(),
        };
        await call('addDocuments', [document]);
      }
    } finally {
      reader.close();
    }
    const added = (await call('getDocuments', projectId)).filter(
      ({ contentSha256, contentDeletedAt }) => contentDeletedAt === null && hashes.has(contentSha256),
    );
    const documentIds = added.filter(isFree).map(({ id }) => id);
    return { documentIds, known: added.length - documentIds.length, problems };
  });
}
