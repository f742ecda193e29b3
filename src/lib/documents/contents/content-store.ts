import type { DatabaseName } from '../../protocol/commands';

/** The text of a document, by the hash of its file. */
export const textName = (contentSha256: string): string => `${contentSha256}.txt`;
/** The answer to a call. */
export const resultName = (attemptId: string): string => `${attemptId}.json`;

/** What is stored of an answer. */
export interface StoredResult {
  /** Null if the answer doesn't have the requested form. */
  values: Record<string, unknown> | null;
  /** The model's own values, once the user has changed any. */
  original?: Record<string, unknown>;
  /** What the model wrote, if `values` is null. */
  answer?: string;
}

/**
 * The texts of queued documents and the answers about them. They are other people's data, so they are stored as files
 * in OPFS, outside the database, and no export or backup contains them.
 */
export class ContentStore {
  /** @param database each database has its own contents */
  constructor(private readonly database: DatabaseName) {}

  /**
   * Rejects with the browser's error, such as a `QuotaExceededError`; an earlier file of that name is then unchanged.
   */
  async write(name: string, text: string): Promise<void> {
    const folder = await this.#folder();
    const file = await folder.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    try {
      await writable.write(text);
    } catch (error) {
      await writable.abort();
      throw error;
    }
    await writable.close();
  }

  /** Undefined if there is no such file. */
  async read(name: string): Promise<string | undefined> {
    try {
      const folder = await this.#folder();
      return await (await (await folder.getFileHandle(name)).getFile()).text();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  }

  async readResult(attemptId: string): Promise<StoredResult | undefined> {
    const text = await this.read(resultName(attemptId));
    return text === undefined ? undefined : (JSON.parse(text) as StoredResult);
  }

  /** Deletes every file whose name, without its ending, isn't in the answer of `kept`. Returns their number. */
  async sweep(kept: () => Promise<readonly string[]>): Promise<number> {
    const folder = await this.#folder();
    // List the files first: `kept` may not know yet what later ones belong to.
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    const known = new Set(await kept());
    const gone = names.filter((name) => !known.has(name.replace(/\.(txt|json)$/, '')));
    for (const name of gone) await folder.removeEntry(name);
    return gone.length;
  }

  async #folder(): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    const all = await root.getDirectoryHandle('documents', { create: true });
    return all.getDirectoryHandle(this.database, { create: true });
  }
}
