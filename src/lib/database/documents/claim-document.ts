import type { BatchState, Claim, DocumentToSend, Hold } from '../../model/extraction';
import type { Connection, DatabaseContext } from '../context';
import { notFound } from '../sql/check-argument';
import { all, run, value } from '../sql/statements';
import { requireAddress } from './addresses';
import { finishIfDone, holdBatch, usedOf } from './batches';
import { exceedsBudget } from './budget-gate';
import { costOfCall, estimateCall } from './estimate-call';

interface Batch {
  id: string;
  state: BatchState;
  heldBy: Hold | null;
  projectId: string;
  addressId: string;
  model: string;
  instructionTokens: number;
  tokenRatio: number;
  answerLimit: number;
  limitTokens: number | null;
  limitNanoUsd: number | null;
  heedsBudgets: boolean;
  isGone: boolean;
}

/**
 * Takes the oldest waiting document of a batch for one call; call inside a transaction. If the usage so far, the open
 * calls and this call together exceed a limit of the batch or a budget, the batch is held instead. Repeating an attempt returns the same
 * result.
 * @throws `NotFound` for the batch
 */
export function claimDocument(
  connection: DatabaseContext,
  { batchId, attemptId, claimedAt }: { batchId: string; attemptId: string; claimedAt: number },
): Claim {
  const again = documentOf(connection, attemptId);
  if (again) return { kind: 'claimed', document: again };
  const batch = requireBatch(connection, batchId);
  // Its project was deleted or its import undone, so no more is spent on it.
  if (batch.isGone) stop(connection, batchId, claimedAt);
  else finishIfDone(connection, batchId, claimedAt);
  const { state, heldBy } = batch.isGone ? stopped : requireBatch(connection, batchId);
  if (state !== 'running') return { kind: 'stopped', state, heldBy };
  const [next] = all<{ id: string; textTokens: number; notBefore: number }>(
    connection,
    `SELECT id, coalesce(text_tokens, 0) AS text_tokens, not_before FROM cvs
     WHERE batch_id = ?1 AND status = 'waiting' AND removed_at IS NULL
     ORDER BY max(not_before, ?2), created_at, id LIMIT 1`,
    [batchId, claimedAt],
  );
  if (!next) return { kind: 'busy' };
  if (next.notBefore > claimedAt) return { kind: 'later', at: next.notBefore };
  return send(connection, batch, next, { attemptId, claimedAt });
}

function send(
  connection: DatabaseContext,
  batch: Batch,
  next: { id: string; textTokens: number },
  { attemptId, claimedAt }: { attemptId: string; claimedAt: number },
): Claim {
  const estimate = estimateCall(connection, next.textTokens, batch);
  const { promptTokens, answerTokens } = estimate;
  const address = requireAddress(connection, batch.addressId);
  const nanoUsd = costOfCall(connection, address, batch.model, promptTokens, answerTokens, claimedAt);
  const used = usedOf(connection, batch.id);
  const isOver = (limit: number | null, total: number) => limit !== null && total > limit;
  if (
    isOver(batch.limitTokens, used.usedTokens + used.reservedTokens + promptTokens + answerTokens) ||
    isOver(batch.limitNanoUsd, used.usedNanoUsd + used.reservedNanoUsd + (nanoUsd ?? 0)) ||
    (batch.heedsBudgets &&
      exceedsBudget(
        connection,
        batch.projectId,
        { tokens: promptTokens + answerTokens, nanoUsd: nanoUsd ?? 0 },
        claimedAt,
      ))
  ) {
    holdBatch(connection, batch.id, 'budget', claimedAt);
    return { kind: 'stopped', state: 'held', heldBy: 'budget' };
  }
  run(
    connection,
    `INSERT INTO extraction_attempts (id, cv_id, batch_id, number, state, estimated_prompt_tokens,
       estimated_answer_tokens, estimated_nano_usd, sent_at)
     SELECT ?1, ?2, ?3, 1 + coalesce(max(number), 0), 'sent', ?4, ?5, ?6, ?7
     FROM extraction_attempts WHERE cv_id = ?2`,
    [attemptId, next.id, batch.id, promptTokens, answerTokens, nanoUsd, claimedAt],
  );
  run(
    connection,
    "UPDATE cvs SET status = 'extracting', attempts = attempts + 1, updated_at = ?2 WHERE id = ?1",
    [next.id, claimedAt],
  );
  const document = documentOf(connection, attemptId);
  if (!document) throw notFound('document');
  return { kind: 'claimed', document };
}

function documentOf(connection: Connection, attemptId: string): DocumentToSend | undefined {
  return all<DocumentToSend>(
    connection,
    `SELECT cvs.id, attempt.id AS attempt_id, cvs.file_name, cvs.content_sha256, coalesce(cvs.text_tokens, 0) AS text_tokens,
       attempt.estimated_prompt_tokens, attempt.estimated_answer_tokens, cvs.attempts AS tries
     FROM extraction_attempts AS attempt JOIN cvs ON cvs.id = attempt.cv_id WHERE attempt.id = ?`,
    [attemptId],
  )[0];
}

const stopped = { state: 'cancelled', heldBy: null } as const;

function stop(connection: Connection, id: string, stoppedAt: number): void {
  run(
    connection,
    `UPDATE extraction_batches SET state = 'cancelled', held_by = NULL, updated_at = ?2 WHERE id = ?1`,
    [id, stoppedAt],
  );
  run(connection, "UPDATE cvs SET batch_id = NULL WHERE batch_id = ? AND status = 'waiting'", [id]);
}

function requireBatch(connection: Connection, id: string): Batch {
  const [batch] = all<Batch>(
    connection,
    `SELECT batch.id, state, held_by, project_id, address_id, model, instruction_tokens, token_ratio, answer_limit,
       limit_tokens, limit_nano_usd, coalesce(json_extract(setup, '$.heedsBudgets'), 1) AS heeds_budgets,
       (SELECT status FROM imports WHERE id = batch.id) = 'undone' AS is_gone
     FROM extraction_batches AS batch WHERE batch.id = ?`,
    [id],
  );
  if (!batch) throw notFound('batch');
  return { ...batch, isGone: batch.isGone || isDeleted(connection, id) };
}

function isDeleted(connection: Connection, batchId: string): boolean {
  const sql = `WITH RECURSIVE chain (id) AS (
      SELECT project_id FROM extraction_batches WHERE id = ?
      UNION SELECT projects.merged_into FROM chain JOIN projects USING (id) WHERE projects.merged_into IS NOT NULL
    ) SELECT 1 FROM chain JOIN projects USING (id) WHERE deleted_at IS NOT NULL`;
  return value(connection, sql, [batchId]) !== undefined;
}
