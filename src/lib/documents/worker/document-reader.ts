import type { DatabaseName } from '../../protocol/commands';
import type { DocumentProblem } from '../document';
import type { LoadAnswer, LoadRequest, ReadAnswer, ReadFacts, ReadRequest } from './messages';

/** In milliseconds. A hostile PDF can keep a reader busy forever, so a worker that takes longer is terminated. */
const timeoutMs = 30_000;

/** Reads documents in a worker, one after another. A document that never finishes fails alone. */
export class DocumentReader {
  #worker: Worker | undefined;
  #port: MessagePort | undefined;

  /**
   * @param keepFor the database for which to store its text in this browser; without it, nothing is stored
   * @returns the facts about the document, or why it can't be used; never rejects
   */
  async read(file: Blob, keepFor?: DatabaseName): Promise<ReadFacts | DocumentProblem> {
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
    if (bytes === undefined) return 'damaged';
    return new Promise((resolve) => {
      const port = this.#open();
      const id = crypto.randomUUID();
      const fail = (problem: DocumentProblem) => () => {
        clearTimeout(timer);
        this.close();
        resolve(problem);
      };
      const timer = setTimeout(fail('stuck'), timeoutMs);
      if (this.#worker !== undefined) this.#worker.onerror = fail('stuck');
      port.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
        if (data.id !== id) return;
        clearTimeout(timer);
        resolve('facts' in data ? data.facts : data.problem);
      };
      const request: ReadRequest = { id, bytes, ...(keepFor && { keepFor }) };
      port.postMessage(request, [bytes.buffer]);
    });
  }

  /** Loads all code that reading needs. False if some could not be loaded. Read nothing meanwhile. */
  async load(): Promise<boolean> {
    const port = this.#open();
    const request: LoadRequest = { id: crypto.randomUUID(), kind: 'load' };
    return new Promise((resolve) => {
      if (this.#worker !== undefined) this.#worker.onerror = () => resolve(false);
      port.onmessage = ({ data }: MessageEvent<LoadAnswer>) => {
        if (data.id === request.id) resolve(data.isLoaded);
      };
      port.postMessage(request);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#port = undefined;
  }

  #open(): MessagePort {
    if (this.#port !== undefined) return this.#port;
    const { port1, port2 } = new MessageChannel();
    this.#worker = new Worker(new URL('./documents-worker.ts', import.meta.url), {
      type: 'module',
      name: 'tokentab-documents',
    });
    this.#worker.postMessage(null, [port2]);
    return (this.#port = port1);
  }
}
