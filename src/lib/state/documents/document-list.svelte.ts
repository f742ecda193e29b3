import type { DocumentProblem } from '../../documents/document';
import { DocumentReader } from '../../documents/worker/document-reader';
import type { ReadFacts } from '../../documents/worker/messages';

/** `same-as-another`: the list already has a document with the same bytes. */
type ListedProblem = DocumentProblem | 'same-as-another';

interface ListedDocument {
  id: string;
  file: File;
  name: string;
  bytes: number;
  /** Both are absent while the document is waiting or being read. */
  facts?: ReadFacts;
  problem?: ListedProblem;
}

/**
 * The documents whose tokens are being counted. They exist only in this tab: nothing is stored or sent until the user
 * adds them to a project.
 */
class DocumentList {
  all = $state.raw<readonly ListedDocument[]>([]);
  readonly readable = $derived(this.all.filter(({ facts, problem }) => facts && problem === undefined));
  readonly isReading = $derived(this.all.some(({ facts, problem }) => !facts && problem === undefined));
  readonly #reader = new DocumentReader();
  #queue: Promise<void> = Promise.resolve();

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = crypto.randomUUID();
      this.all = [...this.all, { id, file, name: file.name, bytes: file.size }];
      this.#queue = this.#queue.then(() => this.#read(id, file));
    }
  }

  remove(id: string): void {
    this.all = this.all.filter((each) => each.id !== id);
  }

  clear(): void {
    this.all = [];
    this.#reader.close();
  }

  async #read(id: string, file: File): Promise<void> {
    if (!this.#has(id)) return;
    const result = await this.#reader.read(file);
    if (typeof result === 'string') this.#note(id, { problem: result });
    else if (this.all.some(({ facts }) => facts?.sha256 === result.sha256)) {
      this.#note(id, { facts: result, problem: 'same-as-another' });
    } else this.#note(id, { facts: result });
  }

  #has(id: string): boolean {
    return this.all.some((each) => each.id === id);
  }

  #note(id: string, news: Partial<ListedDocument>): void {
    this.all = this.all.map((each) => (each.id === id ? { ...each, ...news } : each));
  }
}

export const documents = new DocumentList();
