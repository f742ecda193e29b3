import type { BatchResult } from '../../protocol/commands';
import { totalTokensOf } from '../../model/tokens';
import type { Connection } from '../context';
import { bulkInsert } from './bulk-insert';
import { isBetter, rankingColumns } from './better-record';
import { supersededColumns, type EventRow, type Origin } from './event-columns';
import { keyText } from './event-key';
import { RowWriter } from './row-writer';
import { all, run, value } from '../sql/statements';

const ranked = rankingColumns.map((column, index) => `value ->> ${index + 1} AS ${column}`).join(', ');
const betterThanStored = `SELECT next.place, known.id, known.import <> ?2 AS is_of_other_import
  FROM (SELECT key AS place, unhex(value ->> 0) AS key, ${ranked} FROM jsonb_each(jsonb(?1))) AS next
    CROSS JOIN event_rows AS known ON known.key = next.key
  WHERE known.import IS NOT NULL AND ${isBetter('next', 'known')}`;

const kept = supersededColumns.join(', ');
const supersede = `INSERT OR REPLACE INTO superseded_event_rows (${kept}) SELECT ${kept} FROM event_rows WHERE id = ?`;

/**
 * Stores the events of one import: adds new ones and replaces those of which it has a better record. Replaced records
 * of other imports are kept as superseded. Call inside a transaction.
 */
export function storeEvents(connection: Connection, rows: readonly EventRow[], origin: Origin): BatchResult {
  const writer = new RowWriter(connection, origin);
  return bulkInsert(connection, () => {
    const known = writer.insertAll(rows);
    const result = { eventsAdded: rows.length - known.length, eventsReplaced: 0, duplicates: 0 };
    for (const round of rounds(known)) {
      const replaced = storeBetter(connection, writer, round);
      result.eventsReplaced += replaced;
      result.duplicates += round.length - replaced;
    }
    return result;
  });
}

/** How many of these calls are stored with a lower bound from this import. */
export function countNotFinal(connection: Connection, rows: readonly EventRow[], importId: string): number {
  const sql = `SELECT count(*) FROM event_rows
    WHERE key IN (SELECT unhex(value) FROM json_each(?1))
      AND import = (SELECT id FROM event_imports WHERE import_id = ?2)
      AND kind IN (SELECT id FROM event_kinds WHERE is_output_final = 0)`;
  return Number(value(connection, sql, [JSON.stringify(rows.map(({ key }) => keyText(key))), importId]));
}

/** @returns the number of replaced records from other imports; replacements within one import don't count */
function storeBetter(connection: Connection, writer: RowWriter, rows: readonly EventRow[]): number {
  const ranks = rows.map((row) => {
    const { occurredAt, position, precedence = 0 } = row.event;
    const rank = [
      precedence,
      totalTokensOf(row.event),
      occurredAt,
      position,
      writer.session(row),
      writer.kind(row),
    ];
    return [keyText(row.key), ...rank];
  });
  const better = all<{ place: number; id: number; isOfOtherImport: boolean }>(connection, betterThanStored, [
    JSON.stringify(ranks),
    writer.importNumber,
  ]);
  for (const { place, id, isOfOtherImport } of better) {
    const row = rows[place];
    if (row === undefined) continue;
    if (isOfOtherImport) run(connection, supersede, [id]);
    writer.replace(id, row);
  }
  return better.filter(({ isOfOtherImport }) => isOfOtherImport).length;
}

/** Puts records of the same call into different rounds, so that the comparison happens only in SQL. */
function rounds(rows: readonly EventRow[]): EventRow[][] {
  const seen = new Map<string, number>();
  const all: EventRow[][] = [];
  for (const row of rows) {
    const key = keyText(row.key);
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (all[round] ??= []).push(row);
  }
  return all;
}
