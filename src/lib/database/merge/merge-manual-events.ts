import type { BillableEvent } from '../../model/event-cost';
import type { DatabaseContext } from '../context';
import { counterColumns } from '../events/event-columns';
import { Dimensions } from '../events/dimensions';
import { isManual } from '../events/event-key';
import { pricerOf } from '../prices/pricer';
import { resolveMerged } from '../projects/projects';
import { unassignedProject } from './merge-projects';
import { all, run, value } from '../sql/statements';
import { reportingTimeZone } from '../settings/settings';
import { defineCivilHour } from '../usage/redate';

/** Creates `merge_manual`: the project of each manual event and when it was last set, from both databases. */
export function collectManualProjects({ db }: DatabaseContext): void {
  const of = (schema: string, table: string) => `SELECT row.key,
      max(row.created_at + row.updated_after, coalesce((SELECT stamp FROM ${schema}.registers
        WHERE kind = 'event' AND id = row.key AND field = 'project_id'), 0)) AS stamp,
      coalesce((SELECT project_id FROM ${schema}.chosen_projects WHERE dedupe_key = row.key), project.project_id) AS project
    FROM ${schema}.${table} AS row JOIN ${schema}.event_projects AS project ON project.id = row.project
    WHERE ${isManual('row')}`;
  db.exec(`CREATE TEMP TABLE merge_manual AS
    ${of('main', 'event_rows')} UNION ALL ${of('theirs', 'event_rows')} UNION ALL ${of('theirs', 'deleted_event_rows')}`);
}

const content = [...counterColumns, 'occurred_at', 'created_at', 'updated_after'];
const kindText = (schema: string, row: string) =>
  `(SELECT json_array(source, provider, model, event_type, llm_mode, service_tier) FROM ${schema}.event_kinds WHERE id = ${row}.kind)`;
const version = (schema: string, row: string) =>
  `(${row}.created_at + ${row}.updated_after, ${row}.occurred_at, ${counterColumns.map((name) => `${row}.${name}`).join(', ')},
    ${kindText(schema, row)})`;

/** Keeps the later version of each manual event. Deleted ones stay deleted unless they were entered again. */
export function mergeManualEvents(database: DatabaseContext): void {
  run(
    database,
    `DELETE FROM event_rows WHERE ${isManual('event_rows')} AND key IN (SELECT key FROM removed_events
       WHERE removed_events.key = event_rows.key AND removed_at >= created_at + updated_after)`,
  );
  takeIn(database);
  placeManualEvents(database);
}

/** Call again when decisions may lead to more projects. */
export function placeManualEvents(database: DatabaseContext): void {
  chooseProjects(database);
  rememberMerged(database);
}

function takeIn(database: DatabaseContext): void {
  const ids = new Dimensions(database);
  run(
    database,
    `INSERT OR IGNORE INTO event_projects (project_id) SELECT project_id FROM theirs.event_projects
     WHERE project_id IN (SELECT id FROM projects)`,
  );
  defineCivilHour(database, reportingTimeZone(database));
  const rows = (table: string) => `SELECT other.* FROM theirs.${table} AS other WHERE ${isManual('other')}
    AND NOT EXISTS (SELECT 1 FROM removed_events AS removed
      WHERE removed.key = other.key AND removed_at >= other.created_at + other.updated_after)
    AND NOT EXISTS (SELECT 1 FROM main.event_rows AS ours
      WHERE ours.key = other.key AND ${version('main', 'ours')} >= ${version('theirs', 'other')})`;
  run(
    database,
    `INSERT INTO event_rows (key, project, day, hour, kind, position, precedence, ${content.join(', ')})
     SELECT key, coalesce((SELECT ours.id FROM theirs.event_projects AS their
         JOIN main.event_projects AS ours USING (project_id) WHERE their.id = other.project), ?1), civil_day(occurred_at), civil_hour(occurred_at),
       (SELECT our FROM merge_kinds WHERE their = other.kind), 0, 0, ${content.join(', ')}
     FROM (${rows('event_rows')} UNION ALL ${rows('deleted_event_rows')}) AS other WHERE true
     ON CONFLICT (key) DO UPDATE SET day = excluded.day, hour = excluded.hour, kind = excluded.kind,
       cost_nano_usd = NULL, price = NULL, ${content.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [hasUnknownProjects(database) ? ids.project(unassignedProject(database, database.now())) : null],
  );
  const pricer = pricerOf(database);
  const unpriced = all<BillableEvent & { row: number }>(
    database,
    `SELECT row_id AS row, source, provider, model, llm_mode, granularity, occurred_at, service_tier, count_quality,
       ${counterColumns.join(', ')} FROM usage_events
     WHERE row_id IN (SELECT id FROM event_rows WHERE ${isManual('event_rows')}) AND cost_basis = 'unpriced'`,
  );
  for (const event of unpriced) {
    const cost = pricer.costOf(event);
    if (cost.costNanoUsd === null) continue;
    run(database, 'UPDATE event_rows SET cost_nano_usd = ?2, price = ?3 WHERE id = ?1', [
      ...[event.row, cost.costNanoUsd],
      ids.price(cost),
    ]);
  }
}

/** Whether any of their manual events is in a project that doesn't exist here. */
function hasUnknownProjects(database: DatabaseContext): boolean {
  const rows = (table: string) => `SELECT project FROM theirs.${table} AS other WHERE ${isManual('other')}`;
  const sql = `SELECT 1 FROM theirs.event_projects WHERE project_id NOT IN (SELECT id FROM projects)
    AND id IN (${rows('event_rows')} UNION ALL ${rows('deleted_event_rows')}) LIMIT 1`;
  return value(database, sql) !== undefined;
}

/** The project comes from the event's own form or a later choice, whichever was set last. */
function chooseProjects(database: DatabaseContext): void {
  const events = all<{ row: number; key: string; project: string; stamp: number; chosenAt: number | null }>(
    database,
    `SELECT event_rows.id AS row, event_rows.key, said.project, said.stamp,
       (SELECT stamp FROM registers WHERE kind = 'event' AND id = event_rows.key AND field = 'project_id') AS chosen_at
     FROM (SELECT key, stamp, project, row_number() OVER (PARTITION BY key ORDER BY stamp DESC, project DESC) AS place
         FROM merge_manual) AS said
       JOIN event_rows ON event_rows.key = said.key WHERE place = 1`,
  );
  const ids = new Dimensions(database);
  for (const { row, key, project, stamp, chosenAt } of events) {
    const isThere =
      value(database, 'SELECT 1 FROM merge_targets WHERE id = ? AND since < ?', [project, stamp]) !==
      undefined;
    const isChoice =
      chosenAt === stamp &&
      value(database, 'SELECT 1 FROM chosen_projects WHERE dedupe_key = ?', [key]) !== undefined;
    if (!isChoice) run(database, 'DELETE FROM chosen_projects WHERE dedupe_key = ?', [key]);
    run(database, 'UPDATE event_rows SET project = ?2 WHERE id = ?1 AND project <> ?2', [
      row,
      ids.project(isThere ? project : unassignedProject(database, database.now())),
    ]);
  }
}

/** Does what `mergeProjects` does, for events entered in a project that the other database had merged. */
function rememberMerged(database: DatabaseContext): void {
  const events = all<{ row: number; key: string; project: string }>(
    database,
    `SELECT event_rows.id AS row, key, project_id AS project FROM event_rows
       JOIN event_projects ON event_projects.id = event_rows.project JOIN projects ON projects.id = project_id
     WHERE ${isManual('event_rows')} AND merged_into IS NOT NULL`,
  );
  const ids = new Dimensions(database);
  for (const { row, key, project } of events) {
    run(
      database,
      `INSERT INTO chosen_projects (dedupe_key, project_id, updated_at) VALUES (?1, ?2, 0)
       ON CONFLICT (dedupe_key) DO NOTHING`,
      [key, project],
    );
    run(database, 'UPDATE event_rows SET project = ?2 WHERE id = ?1', [
      row,
      ids.project(resolveMerged(database, project)),
    ]);
  }
}
