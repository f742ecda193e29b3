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

/** What a model is asked about one document. */
export interface Question {
  model: string;
  system: string;
  /** The document's text. */
  text: string;
  /** JSON Schema that the answer has to fit. */
  schema: object;
  answerLimit: number;
}

export interface ModelAnswer {
  text: string;
  /** Null while it has not ended. */
  ending: 'complete' | 'too-long' | 'refused' | null;
  /** Null where the server reports none. */
  usage: TokenCounters | null;
  /** As the server calls it. */
  model: string | null;
  /** Pieces of text that came: at least as many tokens were generated. */
  pieces: number;
  /** The server broke off with an error of its own. */
  isBroken: boolean;
}

/** Where requests go. */
type Place = Pick<LlmAddress, 'origin' | 'path'>;

/** One way of talking to LLMs. */
export interface Adapter {
  listModels: (address: Place, key: string) => CallRequest;
  ask: (address: Place, key: string, question: Question) => CallRequest;
  /** Takes in one event of the stream, parsed. */
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
