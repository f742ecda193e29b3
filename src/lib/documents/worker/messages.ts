import type { DocumentProblem, DocumentText } from '../document';

/** Asks the documents worker for one document; it answers with the same id. */
export interface ReadRequest {
  id: string;
  bytes: Uint8Array;
}

/** A document's text stays in the worker: only what is known about it comes back. */
export interface ReadFacts extends Omit<DocumentText, 'text'> {
  /** SHA-256 of the file, as 64 hexadecimal digits: two files with the same are the same document. */
  sha256: string;
  characters: number;
  /** In OpenAI's o200k encoding. */
  tokens: number;
}

export type ReadAnswer = { id: string } & ({ facts: ReadFacts } | { problem: DocumentProblem });
