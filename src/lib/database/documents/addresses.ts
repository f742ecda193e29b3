import type { LlmAddress, SavedLlmAddress } from '../../model/extraction';
import type { Connection } from '../context';
import { notFound } from '../sql/check-argument';
import { all, run } from '../sql/statements';

/** Adds or changes an address; a deleted one is restored. */
export function saveLlmAddress(connection: Connection, address: LlmAddress, savedAt: number): void {
  const { id, name, kind, origin, path, llmMode, parallel } = address;
  run(
    connection,
    `INSERT INTO llm_addresses (id, name, kind, origin, path, llm_mode, parallel, created_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, origin = excluded.origin,
       path = excluded.path, llm_mode = excluded.llm_mode, parallel = excluded.parallel,
       updated_at = excluded.updated_at, deleted_at = NULL`,
    [id, name, kind, origin, path, llmMode, parallel, savedAt],
  );
}

/** Batches keep referring to it, but nothing is sent there any more. False if there is no such address. */
export function deleteLlmAddress(connection: Connection, id: string, deletedAt: number): boolean {
  run(
    connection,
    `UPDATE extraction_batches SET state = 'paused', held_by = NULL, updated_at = ?2
     WHERE address_id = ?1 AND state IN ('running', 'held')`,
    [id, deletedAt],
  );
  return (
    run(
      connection,
      'UPDATE llm_addresses SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NULL',
      [id, deletedAt],
    ) > 0
  );
}

/** Sorted by name. */
export function getLlmAddresses(connection: Connection): SavedLlmAddress[] {
  return all(
    connection,
    `SELECT id, name, kind, origin, path, llm_mode, parallel,
       (SELECT max(sent_at) FROM extraction_attempts JOIN extraction_batches AS batch ON batch.id = batch_id
        WHERE batch.address_id = address.id) AS last_sent_at
     FROM llm_addresses AS address WHERE deleted_at IS NULL ORDER BY name, id`,
  );
}

/** @throws `NotFound`, also for a deleted address */
export function requireAddress(connection: Connection, id: string): LlmAddress {
  const [address] = all<LlmAddress>(
    connection,
    `SELECT id, name, kind, origin, path, llm_mode, parallel FROM llm_addresses
     WHERE id = ? AND deleted_at IS NULL`,
    [id],
  );
  if (!address) throw notFound('address');
  return address;
}
