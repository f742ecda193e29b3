import type { DatabaseName } from '../../protocol/commands';
import type { DocumentProblem, DocumentText } from '../document';

/** Asks the documents worker for one document. The answer has the same id. */
export interface ReadRequest {
  id: string;
  bytes: Uint8Array;
  /** The database for which to keep the text in this browser; absent if it is only counted. */
  keepFor?: DatabaseName;
}

/** Asks the worker to load all of its code. */
export interface LoadRequest {
  id: string;
  kind: 'load';
}

/** A document's text isn't returned, only facts about it. */
export interface ReadFacts extends Omit<DocumentText, 'text'> {
  /** SHA-256 of the file, as 64 hexadecimal digits. Files with the same hash are the same document. */
  sha256: string;
  /** The same of its text. */
  textSha256: string;
  characters: number;
  /** In OpenAI's o200k encoding. */
  tokens: number;
}

/** `isLoaded` is false if some of the code could not be loaded. */
export interface LoadAnswer {
  id: string;
  isLoaded: boolean;
}

export type ReadAnswer = { id: string } & ({ facts: ReadFacts } | { problem: DocumentProblem });
