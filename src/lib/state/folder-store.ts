/** A connected folder as it is kept: handles can be stored in IndexedDB, and nowhere else. */
export interface StoredFolder {
  id: string;
  name: string;
  handle: FileSystemDirectoryHandle;
  /** UTC milliseconds. */
  connectedAt: number;
}

const databaseName = 'tokentab-folders';
const storeName = 'folders';

export function storedFolders(): Promise<StoredFolder[]> {
  return inStore('readonly', (store) => store.getAll() as IDBRequest<StoredFolder[]>);
}

export async function storeFolder(folder: StoredFolder): Promise<void> {
  await inStore('readwrite', (store) => store.put(folder));
}

export async function removeFolder(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id));
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openStore();
  try {
    const transaction = database.transaction(storeName, mode);
    const request = work(transaction.objectStore(storeName));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('The list of folders was not saved.'));
    });
  } finally {
    database.close();
  }
}

function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'id' });
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('The list of folders cannot be opened.'));
  });
}
