import type { Connection } from '../context';
import { supersededColumns } from '../events/event-columns';
import { dimensionsOf, makeFile } from './outgoing';

/** A hexadecimal digit of the key, as a number. Keys are hashes, so the digits are evenly distributed. */
const digit = (place: number) => `instr('123456789ABCDEF', substr(hex(substr(key, 1, 1)), ${place}, 1))`;

/**
 * All records of some imports, as a file for `mergeDatabase` after rebuilding. Every device decides itself which
 * records count, so all of them are written as superseded.
 * @param part the index from 0 of one of `parts` parts; the division is deterministic
 */
export function exportRecords(
  connection: Connection,
  importIds: readonly string[],
  { part, parts }: { part: number; parts: number },
): Uint8Array<ArrayBuffer> {
  const columns = supersededColumns.join(', ');
  const imports = 'SELECT value FROM json_each(?1)';
  // Omits remainders of removed calls, which have text keys: every device computes them.
  const records = ['event_rows', 'deleted_event_rows', 'superseded_event_rows']
    .map(
      (table) => `SELECT ${columns} FROM main.${table} WHERE typeof(key) = 'blob'
        AND import IN (SELECT id FROM main.event_imports WHERE import_id IN (${imports}))
        AND (?3 = 1 OR (${digit(1)} * 16 + ${digit(2)}) % ?3 = ?2)`,
    )
    .join(' UNION ALL ');
  return makeFile(
    connection,
    {
      superseded_event_rows: `SELECT * FROM (${records}) ORDER BY key, import`,
      ...dimensionsOf(['superseded_event_rows']),
      imports: `SELECT * FROM main.imports WHERE id IN (${imports}) ORDER BY id`,
      sessions: `SELECT * FROM main.sessions WHERE import_id IN (${imports}) ORDER BY source, session_id, import_id`,
      session_families: `SELECT * FROM main.session_families WHERE session <> family
        AND (source, session) IN (SELECT source, session_id FROM outgoing.event_sessions) ORDER BY source, session`,
    },
    [JSON.stringify(importIds), part, parts],
  );
}
