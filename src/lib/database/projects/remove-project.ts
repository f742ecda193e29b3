import type { DeletedContents } from '../../model/project';
import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { nextStamp } from './next-stamp';
import { all, run, value } from '../sql/statements';

/** `parts`: a deleted project and everything merged into it. */
const parts = `WITH RECURSIVE parts (id) AS (
    SELECT id FROM projects WHERE id = ?1 AND deleted_at IS NOT NULL
    UNION SELECT projects.id FROM parts JOIN projects ON projects.merged_into = parts.id
  )`;

/** What deleting it permanently would lose. @throws `NotFound` unless it is a deleted project */
export function getDeletedContents(database: DatabaseContext, id: string): DeletedContents {
  const [contents] = all<DeletedContents>(
    database,
    `${parts} SELECT
       (SELECT count(*) FROM deleted_usage_events WHERE project_id = ?1) AS event_count,
       (SELECT coalesce(sum(total_tokens), 0) FROM deleted_usage_events WHERE project_id = ?1) AS total_tokens,
       (SELECT count(*) FROM project_paths WHERE project_id IN parts) AS path_count,
       (SELECT count(*) FROM cvs WHERE project_id IN parts) AS document_count
     WHERE EXISTS (SELECT 1 FROM parts)`,
    [id],
  );
  if (!contents) throw notFound('deleted-project');
  return contents;
}

/**
 * Permanently removes a deleted project: its events with their superseded records, everything merged into it, its paths
 * and its documents. Importing the same logs again creates a new project. Call inside a transaction. Idempotent.
 * @returns false if it isn't a deleted project
 */
export function removeDeletedProject(database: DatabaseContext, id: string): boolean {
  const ids = all<{ id: string }>(database, `${parts} SELECT id FROM parts`, [id]).map((part) => part.id);
  if (ids.length === 0) return value(database, 'SELECT 1 FROM projects WHERE id = ?', [id]) === undefined;
  const removedAt = nextStamp(database);
  // So that merging another device's database doesn't restore them.
  run(
    database,
    `INSERT INTO removed_events (key, removed_at) SELECT key, ?2 FROM deleted_event_rows WHERE project IN
       (SELECT id FROM event_projects WHERE project_id IN (SELECT value FROM json_each(?1)))
     ON CONFLICT (key) DO UPDATE SET removed_at = excluded.removed_at`,
    [JSON.stringify(ids), removedAt],
  );
  run(
    database,
    `DELETE FROM superseded_event_rows WHERE key IN (SELECT key FROM deleted_event_rows
       WHERE project = (SELECT id FROM event_projects WHERE project_id = ?))`,
    [id],
  );
  run(
    database,
    `DELETE FROM deleted_event_rows WHERE project IN
       (SELECT id FROM event_projects WHERE project_id IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(ids)],
  );
  removeProjects(database, ids);
  const list = JSON.stringify(ids);
  run(database, "DELETE FROM registers WHERE kind = 'project' AND id IN (SELECT value FROM json_each(?))", [
    list,
  ]);
  run(
    database,
    `INSERT INTO registers (kind, id, field, value, stamp)
     SELECT 'project', value, 'removed', 'true', ?2 FROM json_each(?1)`,
    [list, removedAt],
  );
  return true;
}

/** Removes projects without events, and their paths. Call inside a transaction. */
export function removeProjects(database: DatabaseContext, ids: readonly string[]): void {
  const among = 'project_id IN (SELECT value FROM json_each(?))';
  for (const table of ['chosen_projects', 'cvs', 'project_paths']) {
    run(database, `DELETE FROM ${table} WHERE ${among}`, [JSON.stringify(ids)]);
  }
  removeBatches(database, JSON.stringify(ids));
  // Merged projects refer to the project they were merged into.
  run(
    database,
    `UPDATE projects SET merged_into = NULL
     WHERE id IN (SELECT value FROM json_each(?1)) OR merged_into IN (SELECT value FROM json_each(?1))`,
    [JSON.stringify(ids)],
  );
  run(database, 'DELETE FROM projects WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
}

/** A batch may have documents of a project whose merge was undone; it then moves to that project. */
function removeBatches(database: DatabaseContext, ids: string): void {
  const elsewhere = `(SELECT cvs.project_id FROM cvs
    WHERE cvs.batch_id = batch.id OR cvs.id IN (SELECT cv_id FROM extraction_attempts WHERE batch_id = batch.id) LIMIT 1)`;
  run(
    database,
    `UPDATE extraction_batches AS batch SET project_id = coalesce(${elsewhere}, project_id)
     WHERE project_id IN (SELECT value FROM json_each(?))`,
    [ids],
  );
  run(database, 'DELETE FROM extraction_batches WHERE project_id IN (SELECT value FROM json_each(?))', [ids]);
}
