import type { TeamBatch, TeamProject } from '../../model/team';
import type { Connection } from '../context';
import { all, run } from '../sql/statements';
import { readSetting, writeSetting } from '../settings/settings';

/** Adds projects and takes over changed names. Archiving also unpins. */
export function takeOverProjects(connection: Connection, projects: readonly TeamProject[], at: number): void {
  for (const { id, name, client, isArchived } of projects)
    run(
      connection,
      `INSERT INTO projects (id, name, client_name, is_archived, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?5)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, client_name = excluded.client_name,
         is_archived = excluded.is_archived, is_pinned = iif(excluded.is_archived, 0, is_pinned),
         pin_order = iif(excluded.is_archived, 0, pin_order), updated_at = excluded.updated_at
       WHERE (name, client_name, is_archived) IS NOT (excluded.name, excluded.client_name, excluded.is_archived)`,
      [id, name, client, isArchived ? 1 : 0, at],
    );
}

const key = 'teamMembers';

/**
 * Remembers the members' names; the events of a renamed one get the new name as their path.
 * @returns the name of each member, different ones for different members
 */
export function takeOverMembers(
  connection: Connection,
  members: TeamBatch['members'],
  at: number,
): Map<string, string> {
  const before = new Map(Object.entries((readSetting(connection, key) ?? {}) as Record<string, string>));
  const names = namesOf(members);
  const isEqual = names.size === before.size && [...names].every(([id, name]) => before.get(id) === name);
  if (isEqual) return names;
  for (const [id, name] of names) {
    const last = before.get(id);
    if (last !== undefined && last !== name) rename(connection, id, name);
  }
  writeSetting(connection, key, Object.fromEntries(names), at);
  return names;
}

function namesOf(members: TeamBatch['members']): Map<string, string> {
  const count = new Map<string, number>();
  for (const { name } of members) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    members.map(({ id, name }) => [id, count.get(name) === 1 ? name : `${name} (${id.slice(0, 6)})`]),
  );
}

/** Removes everything that these members have published. @returns the marks of its rows, for `countOnce` */
export function forgetMembers(connection: Connection, memberIds: ReadonlySet<string>): string[] {
  const marks: string[] = [];
  for (const memberId of memberIds) {
    for (const { id } of importsOf(connection, memberId)) {
      for (const table of ['event_rows', 'deleted_event_rows']) {
        const found = all<{ mark: string }>(
          connection,
          `SELECT DISTINCT session_id AS mark FROM ${table} AS row JOIN event_sessions ON event_sessions.id = row.session
           WHERE import = ?`,
          [id],
        );
        marks.push(...found.map(({ mark }) => mark));
        run(connection, `DELETE FROM ${table} WHERE import = ?`, [id]);
      }
    }
  }
  return marks;
}

/** One for each browser of a member. */
const importsOf = (connection: Connection, memberId: string): { id: number }[] =>
  all(connection, `SELECT id FROM event_imports WHERE import_id >= ?1 AND import_id < ?1 || char(0x10ffff)`, [
    `team:${memberId}:`,
  ]);

function rename(connection: Connection, memberId: string, name: string): void {
  run(connection, 'INSERT INTO event_paths (path) VALUES (?) ON CONFLICT (path) DO NOTHING', [name]);
  for (const { id } of importsOf(connection, memberId))
    for (const table of ['event_rows', 'deleted_event_rows'])
      run(
        connection,
        `UPDATE ${table} SET path = (SELECT id FROM event_paths WHERE path = ?2) WHERE import = ?1`,
        [id, name],
      );
}
