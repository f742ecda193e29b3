import { isRemovedCallsSource } from '../../model/removed-calls';
import type { Connection } from '../context';
import { storedColumns } from '../events/event-columns';
import { all, run } from '../sql/statements';

/**
 * Some logs replace calls with their sum, while earlier imports may have read some of those calls. Only the remainder
 * counts: the sum minus the known calls. It is recomputed whenever either changes, in any order. The full sum is kept
 * with the events of deleted projects.
 */

const columns = storedColumns.join(', ');
/** The key of a remainder. No other text key starts like this. */
const restKey = "'rest:' || lower(hex(key))";
const isRest = "key >= 'rest:' AND key < 'rest;'";

const counters = ['input', 'cache_read', 'cache_write_5m', 'cache_write_1h', 'output', 'reasoning'].map(
  (name) => `${name}_tokens`,
);

interface Sum {
  id: number;
  key: Uint8Array<ArrayBuffer>;
  session: number;
  occurredAt: number;
  since: number;
}

/** For one source or all; call inside a transaction. Costs almost nothing if no log has replaced calls. */
export function settleRemovedCalls(connection: Connection, source?: string): void {
  if (source !== undefined && !isRemovedCallsSource(source)) return;
  const kinds = all<{ id: number; source: string }>(
    connection,
    "SELECT id, source FROM event_kinds WHERE count_quality = 'session-total'",
  ).filter((kind) => isRemovedCallsSource(kind.source));
  if (kinds.length === 0) return;
  const ids = JSON.stringify(kinds.map(({ id }) => id));
  for (const table of ['event_rows', 'deleted_event_rows'])
    run(connection, `DELETE FROM ${table} WHERE ${isRest}`);
  restoreSums(connection, ids);
  const sources = JSON.stringify([...new Set(kinds.map((kind) => kind.source))]);
  for (const sum of findSums(connection, ids, sources)) settle(connection, sum, ids);
}

const isSum = (kinds: string): string => `kind IN (SELECT value FROM json_each(${kinds})) AND precedence > 0`;

function restoreSums(connection: Connection, kinds: string): void {
  const which = isSum('?1');
  run(
    connection,
    `INSERT INTO event_rows (${columns}) SELECT ${columns} FROM deleted_event_rows WHERE ${which}`,
    [kinds],
  );
  run(connection, `DELETE FROM deleted_event_rows WHERE ${which}`, [kinds]);
}

/** Earliest first, since a later sum may include an earlier one. Finds their days in the rollups. */
function findSums(connection: Connection, kinds: string, sources: string): Sum[] {
  return all(
    connection,
    `SELECT event.id, event.key, event.session, event.occurred_at, event.precedence AS since
     FROM (SELECT DISTINCT known.id AS project, unixepoch(date) / 86400 AS day
         FROM usage_daily_breakdown AS cut JOIN event_projects AS known ON known.project_id = cut.project_id
         WHERE source IN (SELECT value FROM json_each(?2)) AND inexact_count > 0) AS days
       CROSS JOIN event_rows AS event ON event.project = days.project AND event.day = days.day
     WHERE ${isSum('?1')} AND event.session IS NOT NULL ORDER BY event.occurred_at, event.key`,
    [kinds, sources],
  );
}

function settle(connection: Connection, { id, key, session, occurredAt, since }: Sum, kinds: string): void {
  const known = knownCalls(connection, { id, session, occurredAt, since }, kinds);
  if (counters.every((name) => known[name] === 0)) return;
  run(
    connection,
    `INSERT INTO deleted_event_rows (${columns}) SELECT ${columns} FROM event_rows WHERE id = ?`,
    [id],
  );
  run(connection, 'DELETE FROM event_rows WHERE id = ?', [id]);
  addRest(connection, key, known);
}

/** Totals of the session's known calls within the time span of the sum. */
function knownCalls(
  connection: Connection,
  { id, session, occurredAt, since }: Omit<Sum, 'key'>,
  kinds: string,
): Record<string, number> {
  const wanted = [...counters, 'recorded_cost_nano_usd'];
  const within = `session IN (SELECT other.id FROM event_sessions AS own JOIN event_sessions AS other
      ON other.session_id = own.session_id AND other.source = own.source WHERE own.id = ?1)
    AND occurred_at > ?2 AND occurred_at <= ?3`;
  const row = connection.db.selectArray(
    `SELECT ${wanted.map((name) => `coalesce(sum(${name}), 0)`).join(', ')} FROM (
       SELECT ${wanted.join(', ')} FROM event_rows WHERE ${within} AND id <> ?4
       UNION ALL SELECT ${wanted.join(', ')} FROM deleted_event_rows WHERE ${within} AND NOT (${isSum('?5')}))`,
    [session, since, occurredAt, id, kinds],
  );
  return Object.fromEntries(wanted.map((name, index) => [name, Number(row?.[index] ?? 0)]));
}

/**
 * Its cost is the recorded cost of the sum minus that of the known calls; without one, its share of the computed cost.
 */
function addRest(connection: Connection, key: Uint8Array<ArrayBuffer>, known: Record<string, number>): void {
  const rest = (name: string): string => `max(0, ${name} - ${known[name] ?? 0})`;
  const output = rest('output_tokens');
  const prompt = counters.slice(0, 4).map(rest).join(' + ');
  const recorded = rest('recorded_cost_nano_usd');
  const changed: Record<string, string> = {
    key: restKey,
    precedence: '0',
    ...Object.fromEntries(counters.map((name) => [name, rest(name)])),
    reasoning_tokens: `min(${rest('reasoning_tokens')}, ${output})`,
    recorded_cost_nano_usd: `iif(recorded_cost_nano_usd IS NULL, NULL, ${recorded})`,
    cost_nano_usd: `iif(recorded_cost_nano_usd IS NULL,
      CAST(cost_nano_usd * 1.0 * (${prompt} + ${output}) / max(1, total_tokens) AS INTEGER), ${recorded})`,
  };
  run(
    connection,
    `INSERT INTO event_rows (${columns}) SELECT ${storedColumns.map((name) => changed[name] ?? name).join(', ')}
     FROM deleted_event_rows WHERE key = ? AND ${prompt} + ${output} > 0`,
    [key],
  );
}
