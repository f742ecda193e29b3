import { ObjectStore } from '../../model/object-store';

/** A connected folder as it is stored. Only IndexedDB can store handles. */
export interface StoredFolder {
  id: string;
  name: string;
  handle: FileSystemDirectoryHandle;
  /** UTC milliseconds. */
  connectedAt: number;
}

const store = new ObjectStore<StoredFolder>('tokentab-folders', 'folders');

export const storedFolders = (): Promise<StoredFolder[]> => store.all();
export const storeFolder = (folder: StoredFolder): Promise<void> => store.put(folder);
export const removeFolder = (id: string): Promise<void> => store.remove(id);
