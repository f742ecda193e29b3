import type { CallEnd, LlmAddress, NextStep, Settlement } from '../../model/extraction';
import { noTokens, totalTokensOf } from '../../model/tokens';
import type { DatabaseContext } from '../context';
import { notFound } from '../sql/check-argument';
import { all, run } from '../sql/statements';
import { finishIfDone, holdBatch } from './batches';
import { bookCall } from './book-call';
import { costOfCall } from './estimate-call';

interface Attempt extends Pick<LlmAddress, 'kind' | 'origin' | 'llmMode'> {
  id: string;
  cvId: string;
  batchId: string;
  projectId: string;
  model: string;
  eventType: string;
  state: 'sent' | CallEnd['state'];
  estimatedPromptTokens: number;
  sentAt: number;
}

/**
 * Ends a call and books its usage, once; call inside a transaction. An answer that arrives after its call was
 * abandoned replaces the lower bound that was booked. Anything else that arrives late changes nothing.
 * @returns false if nothing changed
 * @throws `NotFound`
 */
export function settleAttempt(database: DatabaseContext, settlement: Settlement): boolean {
  const attempt = requireAttempt(database, settlement.attemptId);
  const { end, endedAt } = settlement;
  const isLate = attempt.state === 'lost' && end.state === 'answered';
  if (attempt.state !== 'sent' && !isLate) return false;
  const counters = end.state === 'failed' ? null : countersOf(end, attempt);
  const model = (end.state === 'answered' ? end.model : null) ?? attempt.model;
  const promptTokens = counters && totalTokensOf(counters) - counters.outputTokens;
  run(
    database,
    `UPDATE extraction_attempts SET state = ?2, prompt_tokens = ?3, answer_tokens = ?4, nano_usd = ?5, failure = ?6,
       http_status = ?7, ended_at = ?8 WHERE id = ?1`,
    [
      attempt.id,
      end.state,
      promptTokens,
      counters?.outputTokens ?? null,
      counters &&
        costOfCall(database, attempt, model, promptTokens ?? 0, counters.outputTokens, attempt.sentAt),
      settlement.next.kind === 'fail' ? settlement.next.failure : null,
      settlement.httpStatus,
      endedAt,
    ],
  );
  if (counters !== null) {
    bookCall(database, attempt, {
      counters,
      model,
      isFinal: end.state === 'answered' && end.isReported,
      isAnswered: end.state === 'answered',
      isAgain: isLate,
      bookedAt: endedAt,
    });
  }
  moveOn(database, attempt, settlement.next, { endedAt, isLate });
  finishIfDone(database, attempt.batchId, endedAt);
  return true;
}

/**
 * Call when starting to run the queue: open calls belonged to a tab that is gone. Their documents wait again.
 * @returns the number of open calls
 */
export function settleOpenAttempts(database: DatabaseContext, endedAt: number): number {
  const open = all<{ id: string }>(database, "SELECT id FROM extraction_attempts WHERE state = 'sent'");
  for (const { id } of open) {
    settleAttempt(database, {
      attemptId: id,
      end: { state: 'lost', seenAnswerTokens: 0 },
      next: { kind: 'try-again', notBefore: endedAt },
      httpStatus: null,
      endedAt,
    });
  }
  return open.length;
}

function countersOf(end: Exclude<CallEnd, { state: 'failed' }>, { estimatedPromptTokens }: Attempt) {
  if (end.state === 'answered') return end.usage;
  return { ...noTokens, inputTokens: estimatedPromptTokens, outputTokens: end.seenAnswerTokens };
}

function moveOn(
  database: DatabaseContext,
  { cvId, batchId }: Attempt,
  next: NextStep,
  { endedAt, isLate }: { endedAt: number; isLate: boolean },
): void {
  // A late answer helps a document that is still waiting or has failed. One that is being sent again, or is done,
  // isn't affected.
  const from = isLate ? "('waiting', 'failed')" : "('extracting')";
  const set = (change: string, ...bind: (string | number)[]) =>
    run(database, `UPDATE cvs SET ${change}, updated_at = ?2 WHERE id = ?1 AND status IN ${from}`, [
      cvId,
      endedAt,
      ...bind,
    ]);
  // The documents of a batch that was cancelled meanwhile are free for other batches.
  const free = `batch_id = (SELECT id FROM extraction_batches WHERE id = cvs.batch_id AND state <> 'cancelled')`;
  switch (next.kind) {
    case 'extracted':
      set("status = 'extracted', failure = NULL, accepted_at = NULL");
      break;
    case 'fail':
      if (!isLate) set("status = 'failed', failure = ?3", next.failure);
      break;
    case 'try-again':
      if (!isLate) set(`status = 'waiting', not_before = ?3, ${free}`, next.notBefore);
      break;
    case 'wait':
    case 'hold':
      // This wasn't the document's fault, so the try doesn't count.
      if (!isLate) {
        const notBefore = next.kind === 'wait' ? next.notBefore : 0;
        set(`status = 'waiting', not_before = ?3, attempts = max(0, attempts - 1), ${free}`, notBefore);
      }
      if (next.kind === 'hold') holdBatch(database, batchId, next.by, endedAt);
  }
}

/** @throws `NotFound` */
function requireAttempt(database: DatabaseContext, id: string): Attempt {
  const [attempt] = all<Attempt>(
    database,
    `SELECT attempt.id, cv_id, batch_id, batch.project_id, batch.model, batch.event_type, attempt.state,
       estimated_prompt_tokens, sent_at, address.kind, address.origin, address.llm_mode
     FROM extraction_attempts AS attempt JOIN extraction_batches AS batch ON batch.id = attempt.batch_id
       JOIN llm_addresses AS address ON address.id = batch.address_id
     WHERE attempt.id = ?`,
    [id],
  );
  if (!attempt) throw notFound('call');
  return attempt;
}
