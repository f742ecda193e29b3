import type { BatchResult } from '../../protocol/commands';
import type { Connection } from '../context';
import { isBetter, rankingColumns } from './better-record';
import {
  eventColumns,
  positionOf,
  supersededColumns,
  valueIn,
  type EventColumn,
  type EventRow,
  type EventValue,
} from './event-columns';
import { all, run, value } from '../sql/statements';

export interface Origin {
  source: string;
  importId: string;
  /** UTC milliseconds. */
  createdAt: number;
}

const columns = [...eventColumns, 'source', 'import_id', 'created_at', 'updated_at'];
const fieldOf = (column: EventColumn, row: string) => `json_extract(${row}, '$[${positionOf(column)}]')`;
const selection = eventColumns.map((column) => fieldOf(column, 'value')).join(', ');
// Binding row by row costs more than the insert itself, so all rows go in as one JSON text; as JSONB it is parsed once, not per field.
const insert = `INSERT INTO usage_events (${columns.join(', ')})
  SELECT ${selection}, ?2, ?3, ?4, ?4 FROM jsonb_each(jsonb(?1)) WHERE true ON CONFLICT (dedupe_key) DO`;
const insertNew = `${insert} NOTHING`;
const replace = `${insert} UPDATE SET ${columns
  .filter((column) => column !== 'dedupe_key' && column !== 'created_at')
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

const ranked = rankingColumns.map((column) => `${fieldOf(column, 'value')} AS ${column}`).join(', ');
const betterThanStored = `SELECT next.place, known.import_id <> ?2 AS is_of_other_import
  FROM (SELECT key AS place, ${fieldOf('dedupe_key', 'value')} AS dedupe_key, ${ranked}
      FROM jsonb_each(jsonb(?1))) AS next
    CROSS JOIN usage_events AS known ON known.dedupe_key = next.dedupe_key
  WHERE known.import_id IS NOT NULL AND ${isBetter('next', 'known')}`;

const kept = supersededColumns.join(', ');
const supersede = `INSERT OR REPLACE INTO superseded_usage_events (${kept})
  SELECT ${kept} FROM usage_events WHERE dedupe_key IN (SELECT ${fieldOf('dedupe_key', 'value')} FROM jsonb_each(jsonb(?)))`;

/**
 * Stores the events of one import: new ones are added, better records of known calls replace them whole. What belonged
 * to another import is kept aside. Inside a transaction.
 */
export function storeEvents(connection: Connection, rows: readonly EventRow[], origin: Origin): BatchResult {
  const result = { eventsAdded: 0, eventsReplaced: 0, duplicates: 0 };
  for (const round of rounds(rows)) {
    const json = JSON.stringify(round);
    const added = run(connection, insertNew, [json, origin.source, origin.importId, origin.createdAt]);
    const replaced = added < round.length ? storeBetter(connection, round, json, origin) : 0;
    result.eventsAdded += added;
    result.eventsReplaced += replaced;
    result.duplicates += round.length - added - replaced;
  }
  return result;
}

/** How many of these calls stand in the database with a placeholder that this import brought. */
export function countNotFinal(connection: Connection, rows: readonly EventRow[], importId: string): number {
  const sql = `SELECT count(*) FROM usage_events WHERE import_id = ?2 AND is_output_final = 0
    AND dedupe_key IN (SELECT value FROM json_each(?1))`;
  return Number(
    value(connection, sql, [JSON.stringify(rows.map((row) => valueIn(row, 'dedupe_key'))), importId]),
  );
}

function storeBetter(
  connection: Connection,
  rows: readonly EventRow[],
  json: string,
  origin: Origin,
): number {
  const better = all<{ place: number; isOfOtherImport: boolean }>(connection, betterThanStored, [
    json,
    origin.importId,
  ]);
  if (better.length === 0) return 0;
  const pick = (places: typeof better) => JSON.stringify(places.map(({ place }) => rows[place]));
  const fromOthers = better.filter((each) => each.isOfOtherImport);
  if (fromOthers.length > 0) run(connection, supersede, [pick(fromOthers)]);
  run(connection, replace, [pick(better), origin.source, origin.importId, origin.createdAt]);
  return fromOthers.length;
}

/** A call that stands several times in one batch goes in one after the other, so that SQLite alone decides. */
function rounds(rows: readonly EventRow[]): EventRow[][] {
  const seen = new Map<EventValue, number>();
  const all: EventRow[][] = [];
  for (const row of rows) {
    const key = valueIn(row, 'dedupe_key');
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (all[round] ??= []).push(row);
  }
  return all;
}
