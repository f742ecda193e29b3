import { ChainHash } from '../../model/chain-hash';
import { observers } from '../../model/copies';
import { rangeOf } from '../../model/months';
import type { TeamRow } from '../../model/team';
import type { Connection } from '../context';
import { counterColumns } from '../events/event-columns';
import { all } from '../sql/statements';

const texts = ['day', 'source', 'provider', 'model', 'event_type', 'llm_mode'];
const cut = [...texts, 'cost_basis', 'count_quality', 'is_not_final'].join(', ');
const counters = counterColumns.map((column) => `sum(${column})`).join(', ');

const observed = 'SELECT id FROM event_kinds WHERE source IN (SELECT value FROM json_each(?4))';

/**
 * Reads the index by project and day. Groups by ids first, so that texts are looked up once per sum. A day's bucket of
 * an export isn't summed.
 */
const rows = `WITH events AS (
    SELECT date(event.day * 86400, 'unixepoch') AS day, event.kind, coalesce(event.price, 0) AS price,
      ${counterColumns.map((column) => `sum(${column}) AS ${column}`).join(', ')},
      sum(cost_nano_usd) AS cost_nano_usd, count(*) AS events,
      iif(event.kind IN (${observed} AND granularity = 'day'), event.id, 0) AS bucket,
      group_concat(iif(event.kind IN (${observed}), lower(hex(event.key)), NULL), '') AS keys
    FROM event_rows AS event
    WHERE event.project IN (SELECT id FROM event_projects WHERE project_id IN (SELECT value FROM json_each(?1)))
      AND event.day BETWEEN unixepoch(?2) / 86400 AND unixepoch(?3) / 86400
    GROUP BY event.day, event.kind, event.price, bucket
  ), named AS (
    SELECT events.*, kind.source, kind.provider, kind.model, kind.event_type, kind.llm_mode, kind.count_quality,
      1 - kind.is_output_final AS is_not_final, coalesce(price.cost_basis, 'unpriced') AS cost_basis
    FROM events JOIN event_kinds AS kind ON kind.id = events.kind
      LEFT JOIN event_prices AS price ON price.id = events.price
  )
  SELECT json_array(${texts.join(', ')}, ${counters}, sum(cost_nano_usd), cost_basis, count_quality, sum(events),
    is_not_final) AS row, group_concat(keys, '') AS keys
  FROM named GROUP BY ${cut}, bucket ORDER BY ${cut}, min(keys)`;

/**
 * The day rows of these projects, together, in some months; in a fixed order, so that equal usage gives equal rows.
 * Only what counts: neither deleted projects nor left-out copies. Rows of `observers` have marks.
 */
export function getTeamRows(
  connection: Connection,
  projectIds: readonly string[],
  months: readonly string[],
): TeamRow[] {
  const projects = JSON.stringify(projectIds);
  return [...months].sort().flatMap((month) => {
    const { from, to } = rangeOf(month);
    return all<{ row: string; keys: string | null }>(connection, rows, [
      projects,
      from,
      to,
      JSON.stringify(observers),
    ]).map(({ row, keys }) => {
      const plain = JSON.parse(row) as TeamRow;
      return keys === null ? plain : ([...plain, markOf(keys)] as unknown as TeamRow);
    });
  });
}

/** The same for the same events, however they were grouped. */
function markOf(keys: string): string {
  const hash = new ChainHash();
  for (const key of (keys.match(/.{32}/g) ?? []).sort()) hash.addText(key);
  return hash.digest;
}
