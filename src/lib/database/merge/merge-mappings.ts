import type { DatabaseContext } from '../context';
import { all, run } from '../sql/statements';

interface Wanted {
  id: string;
  name: string;
  mapping: string;
  deletedAt: number | null;
  stamp: number;
}

/** Merges custom formats. If two have the same name, a number is added to the one with the larger id. */
export function mergeMappings(database: DatabaseContext): void {
  const of = (field: string) =>
    `(SELECT value FROM registers AS own WHERE own.kind = 'mapping' AND own.id = ids.id AND own.field = '${field}')`;
  const wanted = all<Wanted>(
    database,
    `SELECT id, ${of('name')} ->> '$' AS name, ${of('mapping')} AS mapping, ${of('deleted_at')} ->> '$' AS deleted_at,
       stamp FROM (SELECT id, max(stamp) AS stamp FROM registers WHERE kind = 'mapping' GROUP BY id) AS ids ORDER BY id`,
  ).filter(({ name, mapping }) => typeof name === 'string' && typeof mapping === 'string');
  const named = withFreeNames(wanted);
  const stored = all<Omit<Wanted, 'stamp'>>(
    database,
    'SELECT id, name, mapping, deleted_at FROM table_mappings ORDER BY id',
  );
  const text = (list: readonly Omit<Wanted, 'stamp'>[]) =>
    JSON.stringify(
      list.map(({ id, name, mapping, deletedAt }) => [id, name, JSON.parse(mapping) as unknown, deletedAt]),
    );
  if (text(named) === text(stored)) return;
  // Names are unique and may be swapped, so free all of them first.
  run(database, 'UPDATE table_mappings SET name = id');
  for (const { id, name, mapping, deletedAt, stamp } of named)
    run(
      database,
      `INSERT INTO table_mappings (id, name, mapping, created_at, updated_at, deleted_at) VALUES (?1, ?2, ?3, ?5, ?5, ?4)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, mapping = excluded.mapping,
         updated_at = excluded.updated_at, deleted_at = excluded.deleted_at`,
      [id, name, mapping, deletedAt, stamp],
    );
  run(database, 'DELETE FROM file_cursors');
}

function withFreeNames(wanted: readonly Wanted[]): Wanted[] {
  const taken = new Set<string>();
  return wanted.map((each) => {
    if (each.deletedAt !== null) return each;
    const short = each.name.slice(0, 190);
    let name = each.name;
    for (let number = 2; taken.has(foldLikeSqlite(name)); number += 1) name = `${short} (${number})`;
    taken.add(foldLikeSqlite(name));
    return { ...each, name };
  });
}

/** NOCASE folds ASCII letters only. */
const foldLikeSqlite = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
