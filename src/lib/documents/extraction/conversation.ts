import type { LlmAddress } from '../../model/extraction';
import type { TokenCounters } from '../../model/tokens';

/** One HTTP request, as the caller sends it. */
export interface CallRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  /** JSON; null for a GET. */
  body: string | null;
}

/** A request about one document, independent of the API. */
export interface Question {
  model: string;
  system: string;
  /** The document's text. */
  text: string;
  /** The JSON Schema of the answer. */
  schema: object;
  answerLimit: number;
}

export interface ModelAnswer {
  text: string;
  /** Null until it has ended. */
  ending: 'complete' | 'too-long' | 'refused' | null;
  /** Null if the server reports none. */
  usage: TokenCounters | null;
  /** The name that the server reports. */
  model: string | null;
  /** The number of received pieces of text, a lower bound of the generated tokens. */
  pieces: number;
  /** The server ended the stream with an error. */
  isBroken: boolean;
}

/** Where requests go. */
type Place = Pick<LlmAddress, 'origin' | 'path'>;

/** One LLM API. */
export interface Adapter {
  listModels: (address: Place, key: string) => CallRequest;
  ask: (address: Place, key: string, question: Question) => CallRequest;
  /** Processes one parsed event of the stream. */
  read: (answer: ModelAnswer, event: unknown) => void;
}

export const emptyAnswer = (): ModelAnswer => ({
  text: '',
  ending: null,
  usage: null,
  model: null,
  pieces: 0,
  isBroken: false,
});
