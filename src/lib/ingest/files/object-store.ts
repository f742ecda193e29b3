/** One store of its own in IndexedDB, for what only IndexedDB keeps: handles and files. Rows are known by their `id`. */
export class ObjectStore<Row extends { id: string }> {
  /** @param databaseName of this origin; never changes, as what is stored would be lost */
  constructor(
    private readonly databaseName: string,
    private readonly storeName: string,
  ) {}

  /** By id, ascending. */
  all(): Promise<Row[]> {
    return this.work('readonly', (store) => store.getAll() as IDBRequest<Row[]>);
  }

  /** Rejects with what the browser says, a `QuotaExceededError` for example; then nothing is stored. */
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
          reject(transaction.error ?? new Error(`What belongs into ${this.databaseName} was not saved.`));
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
      opening.onerror = () => reject(opening.error ?? new Error(`${this.databaseName} cannot be opened.`));
    });
  }
}
