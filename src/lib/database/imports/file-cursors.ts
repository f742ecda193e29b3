import type { FileCursor } from '../../model/file-cursor';
import { mappedSource } from '../../model/mapped-source';
import type { FileCursors } from '../../protocol/commands';
import type { Connection } from '../context';
import { requireImport } from './imports';
import { all, run } from '../sql/statements';

/**
 * The cursors that this build has stored for these files. For a file that another build read with a mapping, the
 * result is as if the file had been empty: it is read again from the start, but with the same mapping, or its rows
 * would count under two.
 */
export function getFileCursors(
  connection: Connection,
  { root, reader, paths }: { root: string; reader: string; paths: readonly string[] },
): FileCursor[] {
  return all(
    connection,
    `SELECT path, source, iif(reader = ?2, size, 0) AS size, modified_at, read_bytes, read_lines, head_hash, tail_hash
     FROM file_cursors WHERE root = ?1 AND path IN (SELECT value FROM json_each(?3))
       AND (reader = ?2 OR source LIKE ?4)`,
    [root, reader, JSON.stringify(paths), `${mappedSource('')}%`],
  );
}

/**
 * Saves how far an import has read. Call only once everything that was read is stored; a crash before that only means
 * reading again. Saves nothing if the import was undone meanwhile.
 * @throws `NotFound`
 */
export function saveFileCursors(connection: Connection, save: FileCursors): boolean {
  if (requireImport(connection, save.importId).status !== 'running') return false;
  run(
    connection,
    `INSERT INTO file_cursors (root, reader, updated_at, path, source, size, modified_at, read_bytes, read_lines, head_hash, tail_hash)
     SELECT ?1, ?2, ?3, value ->> 'path', value ->> 'source', value ->> 'size', value ->> 'modifiedAt',
       value ->> 'readBytes', value ->> 'readLines', value ->> 'headHash', value ->> 'tailHash'
     FROM json_each(?4) WHERE true
     ON CONFLICT (root, path) DO UPDATE SET reader = excluded.reader, updated_at = excluded.updated_at,
       source = excluded.source, size = excluded.size, modified_at = excluded.modified_at,
       read_bytes = excluded.read_bytes, read_lines = excluded.read_lines,
       head_hash = excluded.head_hash, tail_hash = excluded.tail_hash`,
    [save.root, save.reader, save.savedAt, JSON.stringify(save.cursors)],
  );
  return true;
}

/** Files below this root will be read again from the start. */
export function forgetFileCursors(connection: Connection, root: string): void {
  run(connection, 'DELETE FROM file_cursors WHERE root = ?', [root]);
}
