import type { CopyDecision } from '../../model/copies';
import type { Connection } from '../context';
import { all, run } from '../sql/statements';

type StoredDecision = CopyDecision & { decidedAt: number };

/** Each decision is a setting. A revoked one is stored as null, to tell it from one that was never made. */
const prefix = 'copies:';

/** Oldest first. */
export function readDecisions(connection: Connection): StoredDecision[] {
  return all<{ json: string }>(
    connection,
    `SELECT value AS json FROM settings WHERE key >= ?1 AND key < ?2 AND value <> 'null' ORDER BY updated_at, key`,
    [prefix, 'copies;'],
  ).map(({ json }) => JSON.parse(json) as StoredDecision);
}

/** Null revokes the decision. */
export function writeDecision(
  connection: Connection,
  id: string,
  decision: StoredDecision | null,
  updatedAt: number,
): void {
  run(
    connection,
    `INSERT INTO settings (key, value, updated_at) VALUES (?1, ?2, ?3)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [`${prefix}${id}`, JSON.stringify(decision), updatedAt],
  );
}
