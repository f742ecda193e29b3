import {
  collectFromDirectory,
  collectFromEntries,
  collectFromInput,
} from '../../../../src/lib/ingest/files/collect-files';
import type { ChosenFiles } from '../../../../src/lib/ingest/files/chosen-file';

/** A folder: subfolders, files with their content, and files that can't be opened. */
export interface Tree {
  [name: string]: Tree | Content | Error;
}
type Content = string | Uint8Array<ArrayBuffer>;
const isFile = (content: Tree | Content | Error): content is Content | Error =>
  typeof content === 'string' || content instanceof Uint8Array || content instanceof Error;

/** The entries of a drop, returned a hundred at a time as browsers do. */
export function entryOf(name: string, content: Tree | Content | Error, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (isFile(content)) {
    const file = (done: (file: File) => void, fail: (error: Error) => void) =>
      content instanceof Error ? fail(content) : done(new File([content], name));
    return { name, fullPath, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const entries = Object.entries(content).map(([child, tree]) => entryOf(child, tree, fullPath));
    return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(entries.splice(0, 100)) };
  };
  return { name, fullPath, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

/** The handle that a folder picker returns. */
function handleOf(name: string, content: Tree | Content | Error): FileSystemHandle {
  if (isFile(content)) {
    const getFile = () =>
      content instanceof Error ? Promise.reject(content) : Promise.resolve(new File([content], name));
    return { kind: 'file', name, getFile } as unknown as FileSystemHandle;
  }
  async function* values(): AsyncGenerator<FileSystemHandle> {
    for (const [child, tree] of Object.entries(content))
      yield await Promise.resolve(handleOf(child, tree as Tree));
  }
  return { kind: 'directory', name, values } as unknown as FileSystemHandle;
}

/** The files of `<input webkitdirectory>`. */
function filesIn(name: string, content: Tree | Content | Error, parent = ''): File[] {
  const path = `${parent}${name}`;
  if (content instanceof Error) return [];
  if (isFile(content)) return [Object.assign(new File([content], name), { webkitRelativePath: path })];
  return Object.entries(content).flatMap(([child, tree]) => filesIn(child, tree, `${path}/`));
}

/** Each way to choose a folder. */
export const ways: [string, (name: string, content: Tree) => Promise<ChosenFiles>][] = [
  ['a drop', (name, content) => collectFromEntries([entryOf(name, content)])],
  [
    'the folder picker',
    (name, content) => collectFromDirectory(handleOf(name, content) as FileSystemDirectoryHandle),
  ],
  ['a file input', (name, content) => collectFromInput(filesIn(name, content))],
];

/** A folder of files that have the same content. */
export function alike(count: number, ending: string, content: string): Tree {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}${ending}`, content]));
}
