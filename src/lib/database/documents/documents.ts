import type { ProjectDocuments, QueuedDocument } from '../../model/extraction';
import type { NewDocument } from '../../protocol/commands';
import type { Connection } from '../context';
import { requireProject } from '../projects/projects';
import { all, run, value } from '../sql/statements';
import { finishIfDone } from './batches';

/** A project and everything merged into it. */
const parts = `WITH RECURSIVE parts (id) AS (
    SELECT ?1 UNION SELECT projects.id FROM parts JOIN projects ON projects.merged_into = parts.id
  )`;
const among = 'id IN (SELECT value FROM json_each(?1))';

/**
 * Adds documents to the queue; call inside a transaction. Skips a document whose id is known, or whose content is
 * already waiting or extracted in that project.
 * @returns the number of new documents
 * @throws `NotFound` for a project
 */
export function addDocuments(connection: Connection, documents: readonly NewDocument[]): number {
  let added = 0;
  for (const each of documents) {
    requireProject(connection, each.projectId);
    added += run(
      connection,
      `INSERT INTO cvs (id, project_id, file_name, byte_length, content_sha256, text_sha256, text_characters,
         text_tokens, pages, created_at, updated_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10
       WHERE NOT EXISTS (SELECT 1 FROM cvs WHERE id = ?1 OR (project_id = ?2 AND content_sha256 = ?5
         AND removed_at IS NULL AND content_deleted_at IS NULL))`,
      [
        each.id,
        each.projectId,
        each.fileName,
        each.byteLength,
        each.contentSha256,
        each.textSha256,
        each.textCharacters,
        each.textTokens,
        each.pages,
        each.createdAt,
      ],
    );
  }
  return added;
}

/** Oldest first: the documents of a project and of what was merged into it. */
export function getDocuments(connection: Connection, projectId: string): QueuedDocument[] {
  return all(
    connection,
    `${parts} SELECT id, ?1 AS project_id, batch_id, file_name, byte_length, content_sha256,
       coalesce(text_tokens, 0) AS text_tokens, pages, status, failure, attempts,
       (SELECT attempt.id FROM extraction_attempts AS attempt
        WHERE attempt.cv_id = cvs.id AND attempt.state = 'answered' ORDER BY attempt.number DESC LIMIT 1) AS result_id,
       (SELECT attempt.sent_at FROM extraction_attempts AS attempt
        WHERE attempt.cv_id = cvs.id AND attempt.state = 'sent') AS sent_at,
       (SELECT coalesce(sum(attempt.prompt_tokens), 0) FROM extraction_attempts AS attempt
        WHERE attempt.cv_id = cvs.id) AS prompt_tokens,
       (SELECT coalesce(sum(attempt.answer_tokens), 0) FROM extraction_attempts AS attempt
        WHERE attempt.cv_id = cvs.id) AS answer_tokens,
       accepted_at, content_deleted_at, created_at
     FROM cvs WHERE project_id IN parts AND removed_at IS NULL ORDER BY created_at, id`,
    [projectId],
  );
}

/** The projects with documents, last added first. A merged project's documents count for the one it became part of. */
export function getDocumentProjects(connection: Connection): ProjectDocuments[] {
  return all(
    connection,
    `WITH RECURSIVE root (id, project_id) AS (
       SELECT id, id FROM projects WHERE merged_into IS NULL AND deleted_at IS NULL
       UNION SELECT projects.id, root.project_id FROM root JOIN projects ON projects.merged_into = root.id
     ) SELECT root.project_id, count(*) FILTER (WHERE status = 'waiting') AS waiting,
         count(*) FILTER (WHERE status = 'extracting') AS extracting,
         count(*) FILTER (WHERE status = 'extracted') AS extracted,
         count(*) FILTER (WHERE status = 'failed') AS failed
       FROM cvs JOIN root ON root.id = cvs.project_id WHERE removed_at IS NULL
       GROUP BY root.project_id ORDER BY max(cvs.created_at) DESC, root.project_id`,
  );
}

/**
 * The hashes of stored contents and the ids of calls with stored results. Everything else in the folder can be
 * deleted.
 */
export function getKeptContents(connection: Connection): string[] {
  const kept = 'cvs.removed_at IS NULL AND cvs.content_deleted_at IS NULL';
  return all<{ name: string }>(
    connection,
    `SELECT content_sha256 AS name FROM cvs WHERE ${kept}
     UNION SELECT attempt.id FROM extraction_attempts AS attempt JOIN cvs ON cvs.id = attempt.cv_id WHERE ${kept}`,
  ).map(({ name }) => name);
}

/** Makes failed documents wait again in their batch, which is restarted if it had finished. */
export function retryDocuments(connection: Connection, ids: readonly string[], retriedAt: number): number {
  const json = JSON.stringify(ids);
  const failed = `FROM cvs WHERE ${among} AND status = 'failed' AND removed_at IS NULL AND content_deleted_at IS NULL`;
  run(
    connection,
    `UPDATE extraction_batches SET state = 'running', held_by = NULL, updated_at = ?2
     WHERE state = 'finished' AND id IN (SELECT batch_id ${failed})`,
    [json, retriedAt],
  );
  return run(
    connection,
    `UPDATE cvs SET status = 'waiting', failure = NULL, attempts = 0, not_before = 0, updated_at = ?2
     WHERE id IN (SELECT id ${failed})`,
    [json, retriedAt],
  );
}

/** Removes documents from the list, except those that are being sent. The usage of their calls stays. */
export function removeDocuments(connection: Connection, ids: readonly string[], removedAt: number): number {
  const json = JSON.stringify(ids);
  const batches = batchesOf(connection, json);
  const removed = run(
    connection,
    `UPDATE cvs SET removed_at = ?2, updated_at = ?2
     WHERE ${among} AND status <> 'extracting' AND removed_at IS NULL`,
    [json, removedAt],
  );
  // If there was no call, nothing refers to the row.
  run(
    connection,
    `DELETE FROM cvs WHERE ${among} AND removed_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM extraction_attempts WHERE cv_id = cvs.id)`,
    [json],
  );
  for (const { id } of batches) finishIfDone(connection, id, removedAt);
  return removed;
}

/**
 * Records that files, texts and results were deleted; the numbers stay. Waiting documents can't be extracted any
 * more.
 */
export function forgetContents(connection: Connection, ids: readonly string[], deletedAt: number): number {
  const json = JSON.stringify(ids);
  const batches = batchesOf(connection, json);
  const changed = run(
    connection,
    `UPDATE cvs SET content_deleted_at = ?2, updated_at = ?2,
       failure = iif(status = 'waiting', 'no-content', failure), status = iif(status = 'waiting', 'failed', status)
     WHERE ${among} AND content_deleted_at IS NULL AND status <> 'extracting'`,
    [json, deletedAt],
  );
  for (const { id } of batches) finishIfDone(connection, id, deletedAt);
  return changed;
}

/** The ids of documents that were added before a time and still have their content. */
export function getOldDocuments(connection: Connection, before: number): string[] {
  return all<{ id: string }>(
    connection,
    'SELECT id FROM cvs WHERE created_at < ? AND content_deleted_at IS NULL AND removed_at IS NULL',
    [before],
  ).map(({ id }) => id);
}

/** Null undoes it. False if there is no result to accept. */
export function acceptResult(connection: Connection, id: string, acceptedAt: number | null): boolean {
  const sql = "SELECT 1 FROM cvs WHERE id = ? AND status = 'extracted'";
  if (value(connection, sql, [id]) === undefined) return false;
  return run(connection, 'UPDATE cvs SET accepted_at = ?2 WHERE id = ?1', [id, acceptedAt]) > 0;
}

function batchesOf(connection: Connection, json: string): { id: string }[] {
  return all(connection, `SELECT DISTINCT batch_id AS id FROM cvs WHERE ${among} AND batch_id IS NOT NULL`, [
    json,
  ]);
}
