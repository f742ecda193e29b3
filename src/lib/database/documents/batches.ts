import type { BatchLimits, ExtractionBatch, ExtractionSetup, NewBatch } from '../../model/extraction';
import type { DatabaseContext, Connection } from '../context';
import { requireProject } from '../projects/projects';
import { badInput, notFound } from '../sql/check-argument';
import { all, run, value } from '../sql/statements';
import { requireAddress } from './addresses';
import { costOfCall } from './estimate-call';

type StoredBatch = Omit<ExtractionBatch, 'setup' | 'heedsBudgets' | 'documents' | keyof Used> & {
  setup: string;
};
type Used = Pick<
  ExtractionBatch,
  | 'usedTokens'
  | 'usedNanoUsd'
  | 'reservedTokens'
  | 'reservedNanoUsd'
  | 'answeredCalls'
  | 'lostCalls'
  | 'estimatedPromptTokens'
  | 'countedPromptTokens'
  | 'estimatedAnswerTokens'
  | 'countedAnswerTokens'
>;

const columns = `id, project_id, address_id, model, event_type, setup, state, held_by, limit_tokens, limit_nano_usd,
  instruction_tokens, token_ratio, answer_limit, created_at`;

/**
 * Starts a batch over documents that aren't waiting in another one; call inside a transaction. Sending the same batch
 * again changes nothing.
 * @throws `NotFound` for its project or address, `BadInput` without documents, or with a limit in money if no price
 * is known
 */
export function startBatch(
  database: DatabaseContext,
  batch: NewBatch,
  documentIds: readonly string[],
  startedAt: number,
): void {
  if (value(database, 'SELECT 1 FROM extraction_batches WHERE id = ?', [batch.id]) !== undefined) return;
  requireProject(database, batch.projectId);
  const address = requireAddress(database, batch.addressId);
  if (batch.limitNanoUsd !== null && costOfCall(database, address, batch.model, 1, 1, startedAt) === null) {
    throw badInput('no-price-for-limit');
  }
  run(
    database,
    `INSERT INTO imports (id, source, status, files, started_at, finished_at, updated_at)
     VALUES (?1, 'extraction', 'finished', 0, ?2, ?2, ?2)`,
    [batch.id, startedAt],
  );
  run(
    database,
    `INSERT INTO extraction_batches (id, project_id, address_id, model, event_type, setup, state, limit_tokens,
       limit_nano_usd, instruction_tokens, token_ratio, answer_limit, created_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'running', ?7, ?8, ?9, ?10, ?11, ?12, ?12)`,
    [
      batch.id,
      batch.projectId,
      batch.addressId,
      batch.model,
      batch.eventType,
      // Stored in the setup, because a column for one bit would need a migration.
      JSON.stringify({ ...batch.setup, heedsBudgets: batch.heedsBudgets }),
      batch.limitTokens,
      batch.limitNanoUsd,
      batch.instructionTokens,
      batch.tokenRatio,
      batch.answerLimit,
      startedAt,
    ],
  );
  const taken = run(
    database,
    `UPDATE cvs SET batch_id = ?2, status = 'waiting', failure = NULL, attempts = 0, not_before = 0, updated_at = ?3
     WHERE id IN (SELECT value FROM json_each(?1)) AND removed_at IS NULL AND content_deleted_at IS NULL
       AND project_id IN (WITH RECURSIVE parts (id) AS (
         SELECT ?4 UNION SELECT projects.id FROM parts JOIN projects ON projects.merged_into = parts.id
       ) SELECT id FROM parts)
       AND (status = 'failed' OR (status = 'waiting' AND batch_id IS NULL))`,
    [JSON.stringify(documentIds), batch.id, startedAt, batch.projectId],
  );
  if (taken === 0) throw badInput('no-document-waiting');
  run(database, 'UPDATE imports SET files = ?2 WHERE id = ?1', [batch.id, taken]);
}

/** Open calls still finish. False if the batch isn't running. */
export function pauseBatch(connection: Connection, id: string, pausedAt: number): boolean {
  return setState(connection, id, 'paused', ['running', 'held'], pausedAt);
}

/** Continues a batch, optionally with other limits. False if it has ended. */
export function resumeBatch(
  connection: Connection,
  id: string,
  limits: BatchLimits | null,
  resumedAt: number,
): boolean {
  const isResumed = setState(connection, id, 'running', ['running', 'paused', 'held'], resumedAt);
  if (isResumed && limits !== null) {
    run(
      connection,
      `UPDATE extraction_batches SET limit_tokens = ?2, limit_nano_usd = ?3,
         setup = json_set(setup, '$.heedsBudgets', json(?4)) WHERE id = ?1`,
      [id, limits.limitTokens, limits.limitNanoUsd, String(limits.heedsBudgets)],
    );
  }
  return isResumed;
}

/** Ends a batch permanently. Its waiting documents are free for other batches; extracted results stay. */
export function cancelBatch(connection: Connection, id: string, cancelledAt: number): boolean {
  const isCancelled = setState(connection, id, 'cancelled', ['running', 'paused', 'held'], cancelledAt);
  if (isCancelled) {
    run(
      connection,
      "UPDATE cvs SET batch_id = NULL, updated_at = ?2 WHERE batch_id = ?1 AND status = 'waiting'",
      [id, cancelledAt],
    );
  }
  return isCancelled;
}

export function holdBatch(connection: Connection, id: string, by: string, heldAt: number): void {
  run(
    connection,
    `UPDATE extraction_batches SET state = 'held', held_by = ?2, updated_at = ?3
     WHERE id = ?1 AND state = 'running'`,
    [id, by, heldAt],
  );
}

/** Finishes a batch once none of its documents is waiting or being sent. */
export function finishIfDone(connection: Connection, id: string, finishedAt: number): void {
  run(
    connection,
    `UPDATE extraction_batches SET state = 'finished', held_by = NULL, updated_at = ?2
     WHERE id = ?1 AND state IN ('running', 'paused', 'held') AND NOT EXISTS (SELECT 1 FROM cvs
       WHERE batch_id = ?1 AND status IN ('waiting', 'extracting') AND removed_at IS NULL)`,
    [id, finishedAt],
  );
}

/** @throws `NotFound` */
export function getBatch(connection: Connection, id: string): ExtractionBatch {
  const [stored] = all<StoredBatch>(connection, `SELECT ${columns} FROM extraction_batches WHERE id = ?`, [
    id,
  ]);
  if (!stored) throw notFound('batch');
  return complete(connection, stored);
}

/** Newest first: the batches of a project and of what was merged into it, or all that haven't ended. */
export function getBatches(connection: Connection, projectId: string | null): ExtractionBatch[] {
  const stored =
    projectId === null
      ? all<StoredBatch>(
          connection,
          `SELECT ${columns} FROM extraction_batches WHERE state NOT IN ('finished', 'cancelled')
           ORDER BY created_at DESC, id DESC`,
        )
      : all<StoredBatch>(
          connection,
          `WITH RECURSIVE parts (id) AS (
             SELECT ?1 UNION SELECT projects.id FROM parts JOIN projects ON projects.merged_into = parts.id
           ) SELECT ${columns} FROM extraction_batches WHERE project_id IN parts ORDER BY created_at DESC, id DESC`,
          [projectId],
        );
  return stored.map((each) => complete(connection, each));
}

/** What a batch has used. A lost call may have been charged in full, so it keeps its estimate reserved. */
export function usedOf(connection: Connection, id: string): Used {
  const [used] = all<Used>(
    connection,
    `SELECT coalesce(sum(prompt_tokens + answer_tokens), 0) AS used_tokens,
       coalesce(sum(nano_usd), 0) AS used_nano_usd,
       coalesce(sum(iif(state IN ('sent', 'lost'), max(0,
         estimated_prompt_tokens + estimated_answer_tokens - coalesce(prompt_tokens + answer_tokens, 0)), 0)), 0)
         AS reserved_tokens,
       coalesce(sum(iif(state IN ('sent', 'lost'), max(0, coalesce(estimated_nano_usd, 0) - coalesce(nano_usd, 0)), 0)),
         0) AS reserved_nano_usd,
       count(*) FILTER (WHERE state = 'answered') AS answered_calls,
       count(*) FILTER (WHERE state = 'lost') AS lost_calls,
       coalesce(sum(estimated_prompt_tokens) FILTER (WHERE state = 'answered'), 0) AS estimated_prompt_tokens,
       coalesce(sum(prompt_tokens) FILTER (WHERE state = 'answered'), 0) AS counted_prompt_tokens,
       coalesce(sum(estimated_answer_tokens) FILTER (WHERE is_answer_estimated), 0) AS estimated_answer_tokens,
       coalesce(sum(answer_tokens) FILTER (WHERE is_answer_estimated), 0) AS counted_answer_tokens
     FROM (SELECT attempt.*, attempt.state = 'answered' AND estimated_answer_tokens < answer_limit
         AS is_answer_estimated
       FROM extraction_attempts AS attempt JOIN extraction_batches AS batch ON batch.id = batch_id
       WHERE batch_id = ?)`,
    [id],
  );
  if (!used) throw notFound('batch');
  return used;
}

function complete(connection: Connection, stored: StoredBatch): ExtractionBatch {
  const counts = all<{ status: keyof ExtractionBatch['documents']; count: number }>(
    connection,
    'SELECT status, count(*) AS count FROM cvs WHERE batch_id = ? AND removed_at IS NULL GROUP BY status',
    [stored.id],
  );
  const documents = { waiting: 0, extracting: 0, extracted: 0, failed: 0 };
  for (const { status, count } of counts) documents[status] = count;
  const used = usedOf(connection, stored.id);
  const { heedsBudgets = true, ...setup } = JSON.parse(stored.setup) as ExtractionSetup & {
    heedsBudgets?: boolean;
  };
  return { ...stored, setup, heedsBudgets, documents, ...used };
}

function setState(
  connection: Connection,
  id: string,
  state: string,
  from: readonly string[],
  updatedAt: number,
): boolean {
  return (
    run(
      connection,
      `UPDATE extraction_batches SET state = ?2, held_by = NULL, updated_at = ?3
       WHERE id = ?1 AND state IN (SELECT value FROM json_each(?4))`,
      [id, state, updatedAt, JSON.stringify(from)],
    ) > 0
  );
}
