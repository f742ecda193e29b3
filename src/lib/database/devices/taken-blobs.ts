import type { MergePreview } from '../../protocol/backups';
import type { SharedImport, TakenBlob } from '../../model/devices';
import type { DatabaseContext } from '../context';
import { mergeWith } from '../merge/merge-database';
import { all, run } from '../sql/statements';

/** All imports that have ended and whose records are here, oldest first. */
export function getSharedImports(database: DatabaseContext): SharedImport[] {
  return all<Omit<SharedImport, 'isUndone'> & { status: string }>(
    database,
    `SELECT id, updated_at, events_added + events_replaced + duplicates AS most_records, status FROM imports
     WHERE status <> 'running' AND updated_at > 0 ORDER BY started_at, id`,
  ).map(({ status, ...each }) => ({ ...each, isUndone: status === 'undone' }));
}

export function getTakenBlobs(database: DatabaseContext): TakenBlob[] {
  return all<{ name: string; imports: string }>(
    database,
    'SELECT name, imports FROM taken_blobs ORDER BY name',
  ).map(({ name, imports }) => ({ name, imports: JSON.parse(imports) as string[] }));
}

/** Merges the file and records that, in one transaction. @param bytes as `mergeDatabase` requires */
export function takeInBlob(database: DatabaseContext, name: string, bytes: Uint8Array): MergePreview {
  return mergeWith(database, bytes, () => {
    const imports = all<{ id: string }>(
      database,
      'SELECT id FROM theirs.imports WHERE updated_at > 0 ORDER BY id',
    );
    noteBlobs(database, [{ name, imports: imports.map(({ id }) => id) }], []);
  });
}

/** @param gone files that are no longer in the folder */
export function noteBlobs(
  database: DatabaseContext,
  taken: readonly TakenBlob[],
  gone: readonly string[],
): void {
  for (const name of gone) run(database, 'DELETE FROM taken_blobs WHERE name = ?', [name]);
  for (const { name, imports } of taken)
    run(
      database,
      `INSERT INTO taken_blobs (name, imports, taken_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (name) DO UPDATE SET imports = excluded.imports`,
      [name, JSON.stringify(imports), database.now()],
    );
}
