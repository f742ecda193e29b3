import type { Problem } from '../../model/problem';
import type { IntegrityReport } from '../../protocol/commands';
import { eventSums, kindCounts, rollupColumns } from '../events/event-columns';
import type { Connection, DatabaseContext } from '../context';
import { countWronglyDated } from '../usage/redate';
import { reportingTimeZone } from '../settings/settings';
import { TokentabError } from '../../model/errors';
import { all, value } from '../sql/statements';

/** Listing more findings than this doesn't help. */
const mostPerKind = 20;

const cuts = ['source', 'provider', 'model', 'event_type', 'llm_mode', 'path'];
const ofHours = ['total_tokens', 'event_count', 'cost_nano_usd', 'unpriced_tokens'];

/** Each rollup with its keys and its sums. */
const rollups = [
  { table: 'usage_monthly', keys: ['month', 'project_id'], sums: rollupColumns },
  { table: 'usage_daily', keys: ['date', 'project_id'], sums: rollupColumns },
  { table: 'usage_monthly_breakdown', keys: ['month', 'project_id', ...cuts], sums: rollupColumns },
  { table: 'usage_daily_breakdown', keys: ['date', 'project_id', ...cuts], sums: rollupColumns },
  {
    table: 'usage_hourly',
    keys: ['date', 'hour', 'project_id', 'source', 'model', 'event_type'],
    sums: ofHours,
  },
];

/** Tables that triggers compute from the events, so they are never copied into another database. */
export const rollupTables: readonly string[] = [...rollups.map(({ table }) => table), 'bulk_inserts'];

/** Not columns of `event_rows`. */
const computed = {
  prompt_tokens: 'total_tokens - output_tokens',
  completion_tokens: 'output_tokens',
};

/** The events summed by the keys of all rollups. Groups by ids first, so that texts are looked up once per sum. */
function finestSums(sums: readonly string[]): string {
  const isWanted = ([name]: [string, string]) => sums.includes(name);
  const ofEvents = Object.entries(eventSums).filter((each) => isWanted(each) && !(each[0] in computed));
  const ofKinds = Object.entries(kindCounts).filter(isWanted);
  return `SELECT substr(date, 1, 7) AS month, * FROM (
  SELECT date(day * 86400, 'unixepoch') AS date, hour, project_id, source, provider, model, event_type, llm_mode,
    coalesce(paths.path, '') AS path, ${ofEvents.map(([name]) => name).join(', ')},
    ${Object.entries(computed).map(named).join(', ')},
    ${ofKinds.map(([name, condition]) => named([name, `event_count * (${condition})`])).join(', ')}
  FROM (SELECT day, hour, project, kind, path, ${ofEvents.map(named).join(', ')}
    FROM event_rows GROUP BY day, hour, project, kind, path) AS sums
  JOIN event_projects AS projects ON projects.id = sums.project JOIN event_kinds AS kinds ON kinds.id = sums.kind
  LEFT JOIN event_paths AS paths ON paths.id = sums.path)`;
}

const named = ([name, expression]: [string, string]): string => `${expression} AS ${name}`;

/** Checks the file for damage, and the rollups against the events. Reads everything; changes nothing. */
export function checkIntegrity(database: DatabaseContext): IntegrityReport {
  const differences = [
    ...damages(database),
    ...brokenReferences(database),
    ...wrongRollups(database),
    ...wrongDates(database),
    ...wrongPins(database),
  ];
  return { ok: differences.length === 0, differences };
}

/**
 * Checks the file for damage: quickly, or also every index.
 * @throws `Corrupt`, after which nothing more is written
 */
export function requireSound(connection: Connection, isThorough = false): void {
  const found = value(connection, `PRAGMA ${isThorough ? 'integrity' : 'quick'}_check(1)`);
  if (found === 'ok') return;
  throw new TokentabError('Corrupt', 'stored-file-damaged', typeof found === 'string' ? found : undefined);
}

function damages(database: DatabaseContext): Problem[] {
  return all<{ integrityCheck: string }>(database, `PRAGMA integrity_check(${mostPerKind})`)
    .filter((row) => row.integrityCheck !== 'ok')
    .map((row) => ({ code: 'file-damaged', detail: row.integrityCheck }));
}

function brokenReferences(database: DatabaseContext): Problem[] {
  const rows = all<{ table: string; rowid: number | null; parent: string }>(
    database,
    'PRAGMA foreign_key_check',
  );
  return shorten(
    rows.map(({ table, parent }) => ({ code: 'missing-parent', table, parent })),
    (count) => ({ code: 'more-missing-parents', count }),
  );
}

/**
 * Up to 20 rows of each rollup that differs from the events.
 * @param sums those that the database has, if it is of an earlier version
 */
export function wrongRollups(connection: Connection, sums = rollupColumns): Problem[] {
  const finest = finestSums(sums);
  return rollups.flatMap((rollup) =>
    differencesOf(connection, { ...rollup, sums: rollup.sums.filter((name) => sums.includes(name)) }, finest),
  );
}

function differencesOf(
  connection: Connection,
  { table, keys, sums }: { table: string; keys: readonly string[]; sums: readonly string[] },
  finest: string,
): Problem[] {
  const stored = `SELECT ${[...keys, ...sums].join(', ')} FROM ${table}`;
  const summed = `SELECT ${[...keys, ...sums.map((column) => `sum(${column})`)].join(', ')} FROM (${finest})
    ${keys.includes('hour') ? 'WHERE hour IS NOT NULL' : ''} GROUP BY ${keys.join(', ')}`;
  // Both directions, to find extra, missing and wrong rows.
  const time = keys[0];
  const rows = all<{ time: string; projectId: string }>(
    connection,
    `SELECT DISTINCT ${time} AS time, project_id FROM (
       SELECT * FROM (${stored} EXCEPT ${summed}) UNION ALL
       SELECT * FROM (${stored} WHERE false UNION ALL ${summed} EXCEPT ${stored})
     ) ORDER BY 1, 2`,
  );
  return shorten(
    rows.map(({ time, projectId }) => ({ code: 'rollup-differs', time, table, project: projectId })),
    (count) => ({ code: 'more-rollups-differ', count, table }),
  );
}

function wrongDates(database: DatabaseContext): Problem[] {
  const zone = reportingTimeZone(database);
  const count = countWronglyDated(database, zone);
  return count === 0 ? [] : [{ code: 'wrongly-dated', count, zone }];
}

function wrongPins(database: DatabaseContext): Problem[] {
  const rows = all<{ name: string }>(
    database,
    `SELECT name FROM projects AS project WHERE (pin_order > 0) <> is_pinned OR is_pinned AND is_archived
       OR is_pinned AND EXISTS (SELECT 1 FROM projects AS other
         WHERE other.is_pinned AND other.pin_order = project.pin_order AND other.id <> project.id)`,
  );
  return shorten(
    rows.map(({ name }) => ({ code: 'pin-without-position', name })),
    (count) => ({ code: 'more-pins-without-position', count }),
  );
}

function shorten(problems: Problem[], rest: (count: number) => Problem): Problem[] {
  if (problems.length <= mostPerKind) return problems;
  return [...problems.slice(0, mostPerKind), rest(problems.length - mostPerKind)];
}
