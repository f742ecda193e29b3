import type { DocumentProblem, DocumentText } from '../document';

/** Asks the documents worker for one document. The answer has the same id. */
export interface ReadRequest {
  id: string;
  bytes: Uint8Array;
}

/** A document's text stays in the worker; only facts about it are returned. */
export interface ReadFacts extends Omit<DocumentText, 'text'> {
  /** SHA-256 of the file, as 64 hexadecimal digits. Files with the same hash are the same document. */
  sha256: string;
  characters: number;
  /** In OpenAI's o200k encoding. */
  tokens: number;
}

export type ReadAnswer = { id: string } & ({ facts: ReadFacts } | { problem: DocumentProblem });
