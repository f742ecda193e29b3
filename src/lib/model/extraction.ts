import type { TokenCounters } from './tokens';
import type { LlmMode } from './usage-event';

/** Where an LLM answers: nothing is ever sent anywhere else. */
export interface LlmAddress {
  id: string;
  name: string;
  kind: AddressKind;
  /** As a browser writes it, such as `http://127.0.0.1:11434`. */
  origin: string;
  /** What stands before `/models`, such as `/v1`; '' is nothing. */
  path: string;
  /** `local` is a program on this machine. It may still send on what it gets. */
  llmMode: LlmMode;
  /** Calls that may be open at the same time, 1 to 8. */
  parallel: number;
}

/** With when something was last sent there, in UTC milliseconds. */
export interface SavedLlmAddress extends LlmAddress {
  lastSentAt: number | null;
}

export const addressKinds = ['openai-compatible', 'anthropic'] as const;
export type AddressKind = (typeof addressKinds)[number];

export const fieldTypes = ['text', 'number', 'date', 'yes-no', 'choice', 'list'] as const;

/** Something to find in each document. */
export interface ExtractionField {
  name: string;
  type: (typeof fieldTypes)[number];
  /** Of a `choice` only. */
  choices: string[];
}

/** What a batch extracts: a CV as JSON Resume, or fields of the user's own. */
export interface ExtractionSetup {
  kind: 'json-resume' | 'fields';
  /** Of `fields` only. */
  fields: ExtractionField[];
  /** Told to the model besides the usual; '' is nothing. */
  instructions: string;
}

export interface QueuedDocument {
  id: string;
  /** The project that it was put in, or that this one was merged into. */
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
  /** The answered call whose result counts. */
  resultId: string | null;
  /** What its calls used, as far as it is known. */
  promptTokens: number;
  answerTokens: number;
  acceptedAt: number | null;
  contentDeletedAt: number | null;
  createdAt: number;
}

/** Why a document failed; `texts` says each in a sentence. */
export const failures = [
  'server-error',
  'too-long',
  'cut-short',
  'answer-too-long',
  'refused',
  'not-json',
  'wrong-form',
  'rejected',
  'no-content',
] as const;
export type Failure = (typeof failures)[number];

export const holds = ['budget', 'address', 'permission', 'key', 'quota'] as const;
/** What stops a batch until somebody does something about it. */
export type Hold = (typeof holds)[number];

export type BatchState = 'running' | 'paused' | 'held' | 'finished' | 'cancelled';

/** Null is no limit. */
export interface BatchLimits {
  limitTokens: number | null;
  limitNanoUsd: number | null;
}

export interface NewBatch extends BatchLimits {
  id: string;
  projectId: string;
  addressId: string;
  model: string;
  eventType: string;
  setup: ExtractionSetup;
  /** Tokens that are sent with each document, in OpenAI's o200k encoding. */
  instructionTokens: number;
  /** Tokens that the model makes of one o200k token, at most. */
  tokenRatio: number;
  /** The most tokens that one answer may have. */
  answerLimit: number;
}

export interface ExtractionBatch extends NewBatch {
  state: BatchState;
  heldBy: Hold | null;
  /** Documents by status; `waiting` are those of this batch only. */
  documents: Record<QueuedDocument['status'], number>;
  /** What answers reported, and what is known at least of lost calls. */
  usedTokens: number;
  /** Of the known costs. */
  usedNanoUsd: number;
  /** Estimates of the calls that are open now, and of those that are lost: they count against the limits. */
  reservedTokens: number;
  reservedNanoUsd: number;
  answeredCalls: number;
  lostCalls: number;
  createdAt: number;
}

export interface DocumentToSend {
  id: string;
  attemptId: string;
  fileName: string;
  contentSha256: string;
  textTokens: number;
  estimatedPromptTokens: number;
  estimatedAnswerTokens: number;
  /** Which try this is, from 1. Being held does not count. */
  tries: number;
}

/** `busy`: all that is left is being sent. `later`: nothing to send before `at`. */
export type Claim =
  | { kind: 'claimed'; document: DocumentToSend }
  | { kind: 'busy' }
  | { kind: 'later'; at: number }
  | { kind: 'stopped'; state: Exclude<BatchState, 'running'>; heldBy: Hold | null };

/** What follows for the document and its batch. */
export type NextStep =
  | { kind: 'extracted' }
  | { kind: 'try-again'; notBefore: number }
  /** The same, but it was not the document's fault: the try does not count. */
  | { kind: 'wait'; notBefore: number }
  | { kind: 'fail'; failure: Failure }
  | { kind: 'hold'; by: Hold };

/** How a call ended. `failed`: the server took no tokens for it. `lost`: it was sent, and how it ended is not known. */
export type CallEnd =
  /** `isReported`: by the server; else the counts are estimates, and a lower bound. */
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
