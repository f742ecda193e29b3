import type { Connection } from '../context';
import { counterColumns, storedColumns } from '../events/event-columns';
import { all, run } from '../sql/statements';

const same = ['day', 'kind', ...counterColumns].map((column) => `row.${column}`).join(', ');

/** Of equal rows, the one that counts: with the larger known cost, then of the smaller import id. */
const ranked = `SELECT row.id, row.is_aside, row_number() OVER (
    PARTITION BY row.session, ${same} ORDER BY row.cost_nano_usd DESC NULLS LAST, import.import_id, row.key) AS place
  FROM (SELECT 0 AS is_aside, * FROM event_rows WHERE session IN (SELECT id FROM wanted)
    UNION ALL SELECT 1 AS is_aside, * FROM deleted_event_rows WHERE session IN (SELECT id FROM wanted)) AS row
  JOIN event_imports AS import ON import.id = row.import`;

const misplaced = `WITH wanted AS (SELECT id FROM event_sessions WHERE session_id IN (SELECT value FROM json_each(?))),
  ranked AS (${ranked})
  SELECT id, is_aside FROM ranked WHERE is_aside = (place = 1)`;

/**
 * Of the rows that several browsers have published of the same events, makes one count, whichever was read first. The
 * others are kept in `deleted_event_rows`, so that one of them counts if that one is taken back. Rows with the same mark
 * but other counts aren't equal: a mark alone, which every member can make, must not hide what somebody else published.
 * @param marks whose rows have changed
 */
export function countOnce(connection: Connection, marks: ReadonlySet<string>): void {
  if (marks.size === 0) return;
  const rows = all<{ id: number; isAside: number }>(connection, misplaced, [JSON.stringify([...marks])]);
  const columns = storedColumns.join(', ');
  for (const { id, isAside } of rows) {
    const [from, to] = isAside ? ['deleted_event_rows', 'event_rows'] : ['event_rows', 'deleted_event_rows'];
    run(connection, `INSERT INTO ${to} (${columns}) SELECT ${columns} FROM ${from} WHERE id = ?`, [id]);
    run(connection, `DELETE FROM ${from} WHERE id = ?`, [id]);
  }
}
