import { mappedSource } from '../../model/mapped-source';
import {
  mostEarlierReadings,
  parseTableMapping,
  readingOf,
  type SavedMapping,
  type TableMapping,
  type TableReading,
} from '../../model/table-mapping';
import type { Connection } from '../context';
import { badInput } from '../sql/check-argument';
import { all, run, value } from '../sql/statements';

interface Row {
  id: string;
  name: string;
  mapping: string;
  createdAt: number;
  updatedAt: number;
  deletedAt: number | null;
}

/**
 * Last changed first, including deleted ones. Rows that aren't valid mappings (from a newer Tokentab) are ignored.
 */
export function getTableMappings(connection: Connection): SavedMapping[] {
  const rows = all<Row>(connection, 'SELECT * FROM table_mappings ORDER BY updated_at DESC, id DESC');
  return rows.flatMap(({ id, name, mapping: json, createdAt, updatedAt, deletedAt }) => {
    const mapping = parseTableMapping({ ...(JSON.parse(json) as object), id, name });
    return mapping === null ? [] : [{ mapping, createdAt, updatedAt, deletedAt }];
  });
}

/**
 * Creates or changes a mapping; call inside a transaction. The former version is kept if events were read with it, so
 * that reading a file again replaces them. Deletes the cursors of files that may now be read differently.
 * @throws `BadInput` if another mapping has the name
 */
export function saveTableMapping(
  connection: Connection,
  mapping: TableReading & Pick<TableMapping, 'id' | 'name' | 'onlyFiles'>,
  savedAt: number,
): SavedMapping {
  const { id, name, onlyFiles } = mapping;
  checkName(connection, id, name);
  const known = find(connection, id);
  const reading = readingOf(mapping);
  const earlier = known === undefined ? [] : earlierThan(connection, known.mapping, reading);
  run(
    connection,
    `INSERT INTO table_mappings (id, name, mapping, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)
     ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, mapping = excluded.mapping, updated_at = excluded.updated_at, deleted_at = NULL`,
    [id, name, JSON.stringify({ ...reading, onlyFiles, earlier }), savedAt],
  );
  forgetFiles(connection, id);
  return find(connection, id) ?? missing(id);
}

/**
 * False if there is no mapping with this id.
 * @throws `BadInput` if another mapping has the name
 */
export function renameTableMapping(
  connection: Connection,
  id: string,
  name: string,
  renamedAt: number,
): boolean {
  checkName(connection, id, name);
  const sql = 'UPDATE table_mappings SET name = ?2, updated_at = ?3 WHERE id = ?1 AND deleted_at IS NULL';
  return run(connection, sql, [id, name, renamedAt]) > 0;
}

/** Usage that it read stays. False if there is no mapping with this id. */
export function deleteTableMapping(connection: Connection, id: string, deletedAt: number): boolean {
  const sql =
    'UPDATE table_mappings SET deleted_at = ?2, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NULL';
  const isChanged = run(connection, sql, [id, deletedAt]) > 0;
  if (isChanged) forgetFiles(connection, id);
  return isChanged;
}

/**
 * False if there is no deleted mapping with this id.
 * @throws `BadInput` if another mapping has its name by now
 */
export function restoreTableMapping(connection: Connection, id: string, restoredAt: number): boolean {
  const name = value(connection, 'SELECT name FROM table_mappings WHERE id = ?', [id]);
  if (typeof name !== 'string') return false;
  checkName(connection, id, name);
  const sql =
    'UPDATE table_mappings SET deleted_at = NULL, updated_at = ?2 WHERE id = ?1 AND deleted_at IS NOT NULL';
  const isChanged = run(connection, sql, [id, restoredAt]) > 0;
  if (isChanged) forgetFiles(connection, id);
  return isChanged;
}

function find(connection: Connection, id: string): SavedMapping | undefined {
  return getTableMappings(connection).find(({ mapping }) => mapping.id === id);
}

function missing(id: string): never {
  throw new Error(`The saved mapping ${id} cannot be read.`);
}

function checkName(connection: Connection, id: string, name: string): void {
  const sql =
    'SELECT 1 FROM table_mappings WHERE name = ?1 COLLATE NOCASE AND id <> ?2 AND deleted_at IS NULL';
  if (value(connection, sql, [name, id]) !== undefined) throw badInput('format-name-taken');
}

function earlierThan(connection: Connection, known: TableMapping, next: TableReading): TableReading[] {
  const before = readingOf(known);
  if (JSON.stringify(before) === JSON.stringify(next)) return known.earlier;
  if (!mayHaveEvents(connection, mappedSource(known.id))) return known.earlier;
  if (known.earlier.length === mostEarlierReadings) {
    throw badInput('format-changed-too-often');
  }
  return [...known.earlier, before];
}

/**
 * Includes events that a later import superseded, events of a deleted project, and an import that is running right
 * now.
 */
function mayHaveEvents(connection: Connection, source: string): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM usage_monthly_breakdown WHERE source = ?1)
    OR EXISTS (SELECT 1 FROM superseded_usage_events WHERE source = ?1)
    OR EXISTS (SELECT 1 FROM deleted_usage_events WHERE source = ?1)
    OR EXISTS (SELECT 1 FROM imports WHERE status = 'running')`;
  return value(connection, sql, [source]) === 1;
}

/**
 * Files that were read with the mapping will be read again, as will files that nothing could read, archives included.
 */
function forgetFiles(connection: Connection, id: string): void {
  run(connection, 'DELETE FROM file_cursors WHERE source IS NULL OR source = ?', [mappedSource(id)]);
}
