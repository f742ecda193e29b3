import type { DocumentToSend, ExtractionBatch, LlmAddress, Settlement } from '../../model/extraction';
import { callModel } from '../calling/call-model';
import type { Sender } from '../calling/caller';
import { resultName, textName, type ContentStore, type StoredResult } from '../contents/content-store';
import { answerForm, readAnswer } from '../extraction/answer-form';
import { nextStep, type CallResult } from '../extraction/next-step';
import { systemText } from '../extraction/question';
import { strictSchema } from '../extraction/strict-schema';

export interface CallTools {
  sender: Sender;
  key: string;
  contents: Pick<ContentStore, 'read' | 'write'>;
}

/** Counts calls in a row that failed for the same temporary reason. */
export class Streak {
  #kind: string | undefined;
  #length = 0;

  /** The length including this one. */
  next(result: CallResult): number {
    const kind = result.kind === 'status' ? `status ${result.status}` : result.kind;
    this.#length = kind === this.#kind ? this.#length + 1 : 1;
    this.#kind = kind;
    return this.#length;
  }
}

/** Sends one document, stores the answer, and returns how to settle the call. Never rejects because of the server. */
export async function runCall(
  { sender, key, contents }: CallTools,
  batch: Pick<ExtractionBatch, 'setup' | 'model' | 'answerLimit'>,
  address: LlmAddress,
  document: DocumentToSend,
  streak: Streak,
  signal: AbortSignal,
): Promise<Settlement> {
  const { attemptId, contentSha256, textTokens, estimatedPromptTokens, tries } = document;
  const text = await contents.read(textName(contentSha256));
  if (text === undefined) {
    const next = { kind: 'fail', failure: 'no-content' } as const;
    return { attemptId, end: { state: 'failed' }, next, httpStatus: null, endedAt: Date.now() };
  }
  const form = answerForm(batch.setup);
  const { model, answerLimit } = batch;
  const question = { model, system: systemText(batch.setup), text, schema: strictSchema(form), answerLimit };
  const { result, status } = await callModel(sender, address, key, question, signal);
  let stored: StoredResult | undefined;
  const { end, next } = nextStep(result, {
    address,
    tries,
    inARow: streak.next(result),
    textTokens,
    estimatedPromptTokens,
    now: Date.now(),
    random: Math.random(),
    problemOf: (answer) => {
      const read = readAnswer(form, answer);
      if ('problem' in read) return read.problem;
      stored = { values: read.values };
      return null;
    },
  });
  const settlement = { attemptId, end, next, httpStatus: status, endedAt: Date.now() };
  if (end.state !== 'answered' || result.kind !== 'answer') return settlement;
  if (next.kind !== 'extracted') stored = { values: null, answer: result.answer.text };
  try {
    await contents.write(resultName(attemptId), JSON.stringify(stored));
  } catch {
    // The tokens were used, and another call couldn't be stored either.
    return { ...settlement, next: { kind: 'fail', failure: 'not-stored' } };
  }
  return settlement;
}
