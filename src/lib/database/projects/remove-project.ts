import type { DeletedContents } from '../../model/project';
import { notFound } from '../sql/check-argument';
import type { DatabaseContext } from '../context';
import { nextStamp } from './next-stamp';
import { all, run, value } from '../sql/statements';

/** A deleted project and everything that was merged into it, as `parts`. */
const parts = `WITH RECURSIVE parts (id) AS (
    SELECT id FROM projects WHERE id = ?1 AND deleted_at IS NOT NULL
    UNION SELECT projects.id FROM parts JOIN projects ON projects.merged_into = parts.id
  )`;

/** What is lost when it goes for good. @throws `NotFound` for what is not a deleted project */
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
  if (!contents) throw notFound('deleted project');
  return contents;
}

/**
 * Removes a deleted project for good, inside a transaction: its events with the records that they had replaced, what was
 * merged into it, the paths that lead there, and its documents. A later import of the same logs makes a project again.
 * Again it changes nothing.
 * @returns false where it is not a deleted project
 */
export function removeDeletedProject(database: DatabaseContext, id: string): boolean {
  const ids = all<{ id: string }>(database, `${parts} SELECT id FROM parts`, [id]).map((part) => part.id);
  if (ids.length === 0) return value(database, 'SELECT 1 FROM projects WHERE id = ?', [id]) === undefined;
  const removedAt = nextStamp(database);
  // So that no other device brings them back.
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

/** Removes projects that hold no events, and what leads to them. Inside a transaction. */
export function removeProjects(database: DatabaseContext, ids: readonly string[]): void {
  const among = 'project_id IN (SELECT value FROM json_each(?))';
  for (const table of ['chosen_projects', 'cvs', 'project_paths']) {
    run(database, `DELETE FROM ${table} WHERE ${among}`, [JSON.stringify(ids)]);
  }
  removeBatches(database, JSON.stringify(ids));
  // Parts name the project that they were merged into.
  run(
    database,
    `UPDATE projects SET merged_into = NULL
     WHERE id IN (SELECT value FROM json_each(?1)) OR merged_into IN (SELECT value FROM json_each(?1))`,
    [JSON.stringify(ids)],
  );
  run(database, 'DELETE FROM projects WHERE id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
}

/** A batch may hold documents of a project that was only merged in for a while: then it goes on in that one. */
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
