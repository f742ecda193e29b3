import type { SourceUsageEvent } from '../../model/usage-event';
import type { DatabaseContext } from '../context';
import { bulkInsert } from '../events/bulk-insert';
import { bestFirst, isBetter } from '../events/better-record';
import { projectNumber, Dimensions } from '../events/dimensions';
import { counterColumns, supersededColumns } from '../events/event-columns';
import { readBeginnings } from '../projects/sessions';
import { pricerOf } from '../prices/pricer';
import { ProjectFinder } from '../projects/project-paths';
import { resolveMerged } from '../projects/projects';
import { boundStatement } from '../sql/bound-statement';
import { all, run } from '../sql/statements';
import { reportingTimeZone } from '../settings/settings';
import { defineCivilHour } from '../usage/redate';
import { ourKey } from './map-numbers';

/** All columns of a record except those that identify it. */
const facts = [
  'position',
  'precedence',
  ...counterColumns,
  'total_tokens',
  'occurred_at',
  'recorded_cost_nano_usd',
  'created_at',
];
const named = ['key', 'import', 'kind', 'session', 'path', ...facts];
const kept = supersededColumns.join(', ');

/**
 * Records of imports are a union: the best record of each call counts, wherever it was read first, and the others are
 * kept as superseded. Among equal records, the one of the smaller import id counts.
 * @param which a condition on their rows
 */
export function mergeRecords(database: DatabaseContext, at: number, which = 'true'): void {
  collect(database, which);
  rank(database);
  const { db } = database;
  db.exec(`
    DELETE FROM event_rows WHERE id IN (SELECT row FROM merge_ranked WHERE row IS NOT NULL AND place > 1);
    DELETE FROM superseded_event_rows WHERE (key, import) IN (SELECT key, import FROM merge_ranked WHERE place = 1 AND row IS NULL);
    INSERT INTO superseded_event_rows (${kept}) SELECT ${kept} FROM merge_ranked AS loser
      WHERE place > 1 AND own_place = 1 AND import <> (SELECT import FROM merge_ranked AS best
        WHERE best.key = loser.key AND best.place = 1)
      ON CONFLICT (key, import) DO UPDATE SET ${supersededColumns.map((name) => `${name} = excluded.${name}`).join(', ')}
        WHERE ${isBetter('excluded', 'superseded_event_rows')};
    CREATE TEMP TABLE merge_winners AS SELECT ${named.join(', ')}, NULL AS cost_nano_usd, NULL AS price
      FROM merge_ranked WHERE place = 1 AND row IS NULL;
  `);
  findHomes(database, at);
  priceWinners(database);
  insertWinners(database);
}

/** Whether a row, with a key and a time, was permanently deleted. */
const isRemoved = (row: string) =>
  `EXISTS (SELECT 1 FROM removed_events AS removed WHERE removed.key = ${row}.key AND removed.removed_at >= ${row}.created_at)`;

/** Creates `merge_arriving`: records that only they have, and those of ours that they permanently deleted. */
function collect({ db }: DatabaseContext, which: string): void {
  const theirRows = ['event_rows', 'deleted_event_rows', 'superseded_event_rows']
    .map((table) => `SELECT ${named.join(', ')} FROM theirs.${table} WHERE import IS NOT NULL AND ${which}`)
    .join(' UNION ALL ');
  const isKnown = (table: string) =>
    `EXISTS (SELECT 1 FROM main.${table} AS ours WHERE ours.key = next.key AND ours.import = next.import
       AND NOT (${isBetter('next', 'ours')}))`;
  db.exec(`
    DELETE FROM event_rows WHERE import IS NOT NULL AND key IN (SELECT key FROM theirs.removed_events) AND ${isRemoved('event_rows')};
    DELETE FROM superseded_event_rows WHERE key IN (SELECT key FROM theirs.removed_events) AND ${isRemoved('superseded_event_rows')};
    CREATE TEMP TABLE merge_arriving AS SELECT ${named.join(', ')} FROM (
        SELECT ${ourKey('other', 'session')} AS key, import.our AS import, kind.our AS kind, session.our AS session,
          path.our AS path, ${facts.map((name) => `other.${name}`).join(', ')}
        FROM (${theirRows}) AS other
          JOIN merge_imports AS import ON import.their = other.import
          JOIN merge_kinds AS kind ON kind.their = other.kind
          LEFT JOIN merge_sessions AS session ON session.their = other.session
          LEFT JOIN merge_paths AS path ON path.their = other.path
      ) AS next
      WHERE NOT ${isRemoved('next')} AND NOT ${isKnown('event_rows')} AND NOT ${isKnown('superseded_event_rows')};
    INSERT INTO merge_arriving SELECT ${named.join(', ')} FROM superseded_event_rows
      WHERE key IN (SELECT key FROM theirs.removed_events) AND key NOT IN (SELECT key FROM event_rows);
    CREATE INDEX temp.merge_arriving_by_key ON merge_arriving (key);
  `);
}

/** Ranks all records of the calls in `merge_arriving`, overall and within their imports. */
function rank({ db }: DatabaseContext): void {
  const columns = named.map((name) => `ours.${name}`).join(', ');
  const order = `${bestFirst('each')}, (SELECT import_id FROM event_imports WHERE event_imports.id = each.import), row DESC`;
  db.exec(`
    CREATE TEMP TABLE merge_ranked AS SELECT *,
        row_number() OVER (PARTITION BY key ORDER BY ${order}) AS place,
        row_number() OVER (PARTITION BY key, import ORDER BY ${order}) AS own_place
      FROM (SELECT NULL AS row, ${named.join(', ')} FROM merge_arriving UNION ALL
        SELECT ours.id AS row, ${columns} FROM (SELECT DISTINCT key FROM merge_arriving) AS arriving
          CROSS JOIN event_rows AS ours ON ours.key = arriving.key) AS each;
    CREATE INDEX temp.merge_ranked_by_key ON merge_ranked (key, place);
  `);
}

interface Group {
  path: string | null;
  session: string | null;
  source: string;
  importId: string;
  pathNumber: number | null;
  sessionNumber: number | null;
}

/** Creates `merge_homes`: the project that an import would find for each folder, session and source. */
function findHomes(database: DatabaseContext, at: number): void {
  database.db
    .exec(`CREATE TEMP TABLE merge_homes (path INTEGER NOT NULL, session INTEGER NOT NULL, source TEXT NOT NULL,
    project INTEGER NOT NULL, PRIMARY KEY (path, session, source)) WITHOUT ROWID`);
  findChosen(database);
  const groups = all<Group>(
    database,
    `SELECT event_paths.path, event_sessions.session_id AS session, winner.source, import_id, path_number, session_number
     FROM (SELECT winner.path AS path_number, winner.session AS session_number, source, min(import_id) AS import_id
         FROM merge_winners AS winner JOIN event_kinds ON event_kinds.id = winner.kind
           JOIN event_imports ON event_imports.id = winner.import
         WHERE winner.key NOT IN (SELECT key FROM merge_chosen) GROUP BY 1, 2, 3) AS winner
       LEFT JOIN event_paths ON event_paths.id = path_number
       LEFT JOIN event_sessions ON event_sessions.id = session_number ORDER BY import_id, event_paths.path`,
  );
  const sources = new Set(groups.map(({ source }) => source));
  const beginnings = new Map(
    [...sources].map((source) => [
      source,
      readBeginnings(
        database,
        source,
        groups.flatMap((group) => (group.source === source && group.session !== null ? [group.session] : [])),
      ),
    ]),
  );
  let finder: { importId: string; projects: ProjectFinder } | undefined;
  for (const { path, session, source, importId, pathNumber, sessionNumber } of groups) {
    if (finder?.importId !== importId)
      finder = { importId, projects: new ProjectFinder(database, importId, at) };
    const beganIn = beginnings.get(source)?.get(session ?? '')?.beganIn ?? null;
    const project = projectNumber(database, finder.projects.find(path, beganIn, source));
    run(database, 'INSERT INTO merge_homes VALUES (?, ?, ?, ?)', [
      ...[pathNumber ?? 0, sessionNumber ?? 0, source],
      project,
    ]);
  }
}

/** Creates `merge_chosen`: the projects of single events that users have moved. */
function findChosen(database: DatabaseContext): void {
  database.db.exec(
    'CREATE TEMP TABLE merge_chosen (key BLOB PRIMARY KEY, project INTEGER NOT NULL) WITHOUT ROWID',
  );
  const chosen = all<{ key: string; projectId: string }>(
    database,
    `SELECT dedupe_key AS key, project_id FROM chosen_projects WHERE length(dedupe_key) = 32
       AND unhex(dedupe_key) IN (SELECT key FROM merge_winners)`,
  );
  for (const { key, projectId } of chosen)
    run(database, 'INSERT INTO merge_chosen VALUES (unhex(?), ?)', [
      key,
      projectNumber(database, resolveMerged(database, projectId)),
    ]);
}

type Priced = SourceUsageEvent & { row: number; source: string };

/** At this database's prices. */
function priceWinners(database: DatabaseContext): void {
  const pricer = pricerOf(database);
  const ids = new Dimensions(database);
  const update = boundStatement(
    database,
    'UPDATE merge_winners SET cost_nano_usd = ?2, price = ?3 WHERE rowid = ?1',
  );
  let after = 0;
  for (;;) {
    const page = all<Priced>(
      database,
      `SELECT winner.rowid AS row, source, nullif(provider, '') AS provider, nullif(model, '') AS model, event_type, llm_mode,
         granularity, count_quality, nullif(service_tier, '') AS service_tier, occurred_at, recorded_cost_nano_usd,
         ${counterColumns.join(', ')}
       FROM merge_winners AS winner JOIN event_kinds ON event_kinds.id = winner.kind
       WHERE winner.rowid > ? ORDER BY winner.rowid LIMIT 5000`,
      [after],
    );
    for (const { row, ...event } of page) {
      const cost = pricer.costOf(event, event.source);
      if (cost.costNanoUsd !== null) update.run([row, cost.costNanoUsd, ids.price(cost)]);
      after = row;
    }
    if (page.length === 0) return;
  }
}

function insertWinners(database: DatabaseContext): void {
  defineCivilHour(database, reportingTimeZone(database));
  const columns = [...named.filter((name) => name !== 'total_tokens'), 'cost_nano_usd', 'price'];
  bulkInsert(database, () =>
    run(
      database,
      `INSERT INTO event_rows (project, day, hour, ${columns.join(', ')}, updated_after)
     SELECT coalesce(chosen.project, home.project),
       iif(granularity = 'day', winner.occurred_at / 86400000, civil_day(winner.occurred_at)),
       iif(granularity = 'day', NULL, civil_hour(winner.occurred_at)),
       ${columns.map((name) => `winner.${name}`).join(', ')}, 0
     FROM merge_winners AS winner JOIN event_kinds ON event_kinds.id = winner.kind
       LEFT JOIN merge_chosen AS chosen ON chosen.key = winner.key
       LEFT JOIN merge_homes AS home ON home.path = coalesce(winner.path, 0) AND home.session = coalesce(winner.session, 0)
         AND home.source = event_kinds.source`,
    ),
  );
}
