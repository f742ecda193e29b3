/**
 * An IndexedDB database with a single store, for handles and files, which only IndexedDB can store. Rows are
 * identified by their `id`.
 */
export class ObjectStore<Row extends { id: string }> {
  /** @param databaseName unique in this origin; it must never change, or the stored rows are lost */
  constructor(
    private readonly databaseName: string,
    private readonly storeName: string,
  ) {}

  /** Sorted by id, ascending. */
  all(): Promise<Row[]> {
    return this.work('readonly', (store) => store.getAll() as IDBRequest<Row[]>);
  }

  /** Rejects with the browser's error, such as a `QuotaExceededError`; then nothing is stored. */
  async put(row: Row): Promise<void> {
    await this.work('readwrite', (store) => store.put(row));
  }

  async remove(id: string): Promise<void> {
    await this.work('readwrite', (store) => store.delete(id));
  }

  private async work<Result>(
    mode: IDBTransactionMode,
    start: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    const database = await this.open();
    try {
      const transaction = database.transaction(this.storeName, mode);
      const request = start(transaction.objectStore(this.storeName));
      return await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () =>
          reject(transaction.error ?? new Error(`Storage ${this.databaseName} could not be written.`));
      });
    } finally {
      database.close();
    }
  }

  private open(): Promise<IDBDatabase> {
    const opening = indexedDB.open(this.databaseName, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(this.storeName, { keyPath: 'id' });
    return new Promise((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () =>
        reject(opening.error ?? new Error(`Storage ${this.databaseName} could not be opened.`));
    });
  }
}
