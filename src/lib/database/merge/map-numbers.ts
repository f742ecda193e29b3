import { familyMask } from '../../model/event-key';
import type { DatabaseContext } from '../context';
import { all, run } from '../sql/statements';

const kind = `source, provider, model, event_type, llm_mode, granularity, is_output_final, count_quality, service_tier`;

/**
 * Maps their ids to ours in `merge_imports`, `merge_paths`, `merge_kinds` and `merge_sessions`, each with `their` and
 * `our`. Undone imports are left out. Sessions also have the `mask` that changes the family in a key, if that family
 * has another name here.
 */
export function mapNumbers(database: DatabaseContext): void {
  const { db } = database;
  db.exec(`
    INSERT OR IGNORE INTO main.event_imports (import_id) SELECT import_id FROM theirs.event_imports;
    CREATE TEMP TABLE merge_imports AS SELECT other.id AS their, ours.id AS our
      FROM theirs.event_imports AS other JOIN main.event_imports AS ours USING (import_id)
      JOIN main.imports ON imports.id = import_id AND status <> 'undone';
    CREATE UNIQUE INDEX temp.merge_imports_by_their ON merge_imports (their);

    INSERT OR IGNORE INTO main.event_paths (path) SELECT path FROM theirs.event_paths;
    CREATE TEMP TABLE merge_paths AS SELECT other.id AS their, ours.id AS our
      FROM theirs.event_paths AS other JOIN main.event_paths AS ours USING (path);
    CREATE UNIQUE INDEX temp.merge_paths_by_their ON merge_paths (their);

    INSERT OR IGNORE INTO main.event_kinds (${kind}) SELECT ${kind} FROM theirs.event_kinds;
    CREATE TEMP TABLE merge_kinds AS SELECT other.id AS their, ours.id AS our
      FROM theirs.event_kinds AS other JOIN main.event_kinds AS ours USING (${kind});
    CREATE UNIQUE INDEX temp.merge_kinds_by_their ON merge_kinds (their);

    CREATE TEMP TABLE merge_sessions AS SELECT other.id AS their, NULL AS our, NULL AS mask, other.source,
        other.session_id, other.family AS family_before,
        coalesce((SELECT ours.family FROM main.session_families AS ours
          WHERE ours.source = other.source AND ours.session = other.family), other.family) AS family
      FROM theirs.event_sessions AS other;
    CREATE UNIQUE INDEX temp.merge_sessions_by_their ON merge_sessions (their);
    INSERT INTO main.event_sessions (source, session_id, family)
      SELECT DISTINCT source, session_id, family FROM merge_sessions AS wanted
      WHERE NOT EXISTS (SELECT 1 FROM main.event_sessions AS ours WHERE ours.session_id IS wanted.session_id
        AND ours.source = wanted.source AND ours.family IS wanted.family);
    UPDATE merge_sessions AS wanted SET our = (SELECT min(ours.id) FROM main.event_sessions AS ours
      WHERE ours.session_id IS wanted.session_id AND ours.source = wanted.source AND ours.family IS wanted.family);
  `);
  const moved = all<{ from: string; to: string }>(
    database,
    'SELECT DISTINCT family_before AS "from", family AS "to" FROM merge_sessions WHERE family <> family_before',
  );
  for (const { from, to } of moved)
    run(database, 'UPDATE merge_sessions SET mask = ?3 WHERE family_before = ?1 AND family = ?2', [
      from,
      to,
      familyMask(from, to),
    ]);
}

const tables = [
  'merge_imports',
  'merge_paths',
  'merge_kinds',
  'merge_sessions',
  'merge_registers',
  'merge_removed',
  'merge_manual',
  'merge_arriving',
  'merge_ranked',
  'merge_winners',
  'merge_homes',
  'merge_chosen',
  'merge_targets',
];

/** Drops the temporary tables of a merge. */
export function dropMergeTables({ db }: DatabaseContext): void {
  for (const table of tables) db.exec(`DROP TABLE IF EXISTS temp.${table}`);
}

/** The key that a row of theirs has here. `session` is its row in `merge_sessions`. */
export const ourKey = (row: string, session: string): string =>
  `iif(${session}.mask IS NULL, ${row}.key, mix_keys(${row}.key, ${session}.mask))`;
