import type { TokenCounters } from './tokens';
import type { LlmMode } from './usage-event';

/** The address of an LLM server. Nothing is ever sent anywhere else. */
export interface LlmAddress {
  id: string;
  name: string;
  kind: AddressKind;
  /** In the browser's notation, such as `http://127.0.0.1:11434`. */
  origin: string;
  /** The path before `/models`, such as `/v1`; '' for none. */
  path: string;
  /** `local` is a program on this machine. It may still forward what it receives. */
  llmMode: LlmMode;
  /** The maximum number of concurrent calls, from 1 to 8. */
  parallel: number;
}

/** With the time when something was last sent there, in UTC milliseconds. */
export interface SavedLlmAddress extends LlmAddress {
  lastSentAt: number | null;
}

export const addressKinds = ['openai-compatible', 'anthropic'] as const;
export type AddressKind = (typeof addressKinds)[number];

export const fieldTypes = ['text', 'number', 'date', 'yes-no', 'choice', 'list'] as const;

/** A value to extract from each document. */
export interface ExtractionField {
  name: string;
  type: (typeof fieldTypes)[number];
  /** Only for a `choice`. */
  choices: string[];
}

/** What a batch extracts: a CV as JSON Resume, or the user's own fields. */
export interface ExtractionSetup {
  kind: 'json-resume' | 'fields';
  /** Only for `fields`. */
  fields: ExtractionField[];
  /** Additional instructions for the model; '' for none. */
  instructions: string;
}

export interface QueuedDocument {
  id: string;
  /** The project that it was added to, or that this one was merged into. */
  projectId: string;
  batchId: string | null;
  fileName: string;
  byteLength: number;
  contentSha256: string;
  /** In OpenAI's o200k encoding. */
  textTokens: number;
  pages: number | null;
  status: 'waiting' | 'extracting' | 'extracted' | 'failed';
  /** A code of `failures`; null unless it failed. */
  failure: string | null;
  attempts: number;
  /** The answered call whose result is used. */
  resultId: string | null;
  /** When its open call was sent; null if none is open. */
  sentAt: number | null;
  /** The known usage of its calls. */
  promptTokens: number;
  answerTokens: number;
  acceptedAt: number | null;
  contentDeletedAt: number | null;
  createdAt: number;
}

/** A project's documents by status. */
export interface ProjectDocuments extends Record<QueuedDocument['status'], number> {
  projectId: string;
}

/** Why a document failed. `texts` has a sentence for each. */
export const failures = [
  'server-error',
  'silent',
  'too-long',
  'cut-short',
  'answer-too-long',
  'refused',
  'not-json',
  'wrong-form',
  'rejected',
  'no-content',
  'not-stored',
] as const;
export type Failure = (typeof failures)[number];

export const holds = ['budget', 'address', 'permission', 'key', 'quota'] as const;
/** Reasons that stop a batch until the user does something about them. */
export type Hold = (typeof holds)[number];

export type BatchState = 'running' | 'paused' | 'held' | 'finished' | 'cancelled';

/** Null means no limit. */
export interface BatchLimits {
  limitTokens: number | null;
  limitNanoUsd: number | null;
  /** Whether budgets of the month hold the batch too: all that its project counts against. */
  heedsBudgets: boolean;
}

export interface NewBatch extends BatchLimits {
  id: string;
  projectId: string;
  addressId: string;
  model: string;
  eventType: string;
  setup: ExtractionSetup;
  /** Tokens sent with each document, in OpenAI's o200k encoding. */
  instructionTokens: number;
  /** The maximum number of the model's tokens for one o200k token. */
  tokenRatio: number;
  /** The maximum number of tokens in an answer. */
  answerLimit: number;
}

export interface ExtractionBatch extends NewBatch {
  state: BatchState;
  heldBy: Hold | null;
  /** Documents by status; `waiting` counts only those of this batch. */
  documents: Record<QueuedDocument['status'], number>;
  /** The usage that answers reported, plus the lower bounds of lost calls. */
  usedTokens: number;
  /** The sum of the known costs. */
  usedNanoUsd: number;
  /** The estimates of calls that are open or lost; they count against the limits. */
  reservedTokens: number;
  reservedNanoUsd: number;
  answeredCalls: number;
  lostCalls: number;
  /** The prompts of answered calls, as estimated before they were sent and as the server counted them. */
  estimatedPromptTokens: number;
  countedPromptTokens: number;
  /** The same of answers. Before a model's first answer, only their limit is known, so such calls don't count. */
  estimatedAnswerTokens: number;
  countedAnswerTokens: number;
  createdAt: number;
}

/** A ratio to a document's o200k tokens, and half the width of its range: 0.1 is ±10 %. */
export interface RatioRange {
  ratio: number;
  spread: number;
}

/** What real answers of a model at an address show about its next ones. */
export interface Calibration {
  /** The number of answers. */
  calls: number;
  /** Prompt tokens per token of the text and the instructions. */
  prompt: RatioRange;
  /** Answer tokens per token of the text. */
  answer: RatioRange;
}

export interface DocumentToSend {
  id: string;
  attemptId: string;
  fileName: string;
  contentSha256: string;
  textTokens: number;
  estimatedPromptTokens: number;
  estimatedAnswerTokens: number;
  /** The number of this try, from 1. Being held doesn't count. */
  tries: number;
}

/** `busy`: all remaining documents are being sent. `later`: nothing to send before `at`. */
export type Claim =
  | { kind: 'claimed'; document: DocumentToSend }
  | { kind: 'busy' }
  | { kind: 'later'; at: number }
  | { kind: 'stopped'; state: Exclude<BatchState, 'running'>; heldBy: Hold | null };

/** The consequence for the document and its batch. */
export type NextStep =
  | { kind: 'extracted' }
  | { kind: 'try-again'; notBefore: number }
  /** Like a failure, but not the document's fault, so the try doesn't count. */
  | { kind: 'wait'; notBefore: number }
  | { kind: 'fail'; failure: Failure }
  | { kind: 'hold'; by: Hold };

/** How a call ended. `failed`: the server used no tokens. `lost`: it was sent, and its outcome is unknown. */
export type CallEnd =
  /** `isReported`: the server reported the counts. Otherwise they are estimates and a lower bound. */
  | { state: 'answered'; usage: TokenCounters; model: string | null; isReported: boolean }
  | { state: 'failed' }
  | { state: 'lost'; seenAnswerTokens: number };

export interface Settlement {
  attemptId: string;
  end: CallEnd;
  next: NextStep;
  httpStatus: number | null;
  endedAt: number;
}
