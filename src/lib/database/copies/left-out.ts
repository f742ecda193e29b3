import type { MeasuredPart, UsagePart } from '../../model/copies';
import type { Connection } from '../context';
import { storedColumns } from '../events/event-columns';
import { all, run } from '../sql/statements';
import { readDecisions } from './decisions';

/** Left-out copies are stored with the events of deleted projects, outside every rollup. */

const columns = storedColumns.join(', ');
const dayOf = (date: string) => `unixepoch(${date}) / 86400`;

/**
 * Moves the copies that the user left out, of one source or all, out of the usage. Looks them up in rollups, so it
 * costs almost nothing if there are none.
 */
export function hideCopies(connection: Connection, source?: string): void {
  for (const { isLeftOut, part } of readDecisions(connection)) {
    if (isLeftOut && (source === undefined || source === part.source)) hidePart(connection, part);
  }
}

function hidePart(connection: Connection, part: UsagePart): void {
  const days = all<{ project: number; day: number }>(
    connection,
    `SELECT DISTINCT known.id AS project, ${dayOf('date')} AS day FROM usage_daily_breakdown AS cut
       JOIN event_projects AS known ON known.project_id = cut.project_id WHERE ${inPart}`,
    partArguments(part),
  );
  if (days.length === 0) return;
  const { kinds, paths } = numbersOf(connection, part);
  const which = `project = ?1 AND day = ?2 AND ${isOfNumbers(3)}`;
  for (const { project, day } of days) {
    const bind = [project, day, kinds, paths];
    run(
      connection,
      `INSERT INTO deleted_event_rows (${columns}) SELECT ${columns} FROM event_rows WHERE ${which}`,
      bind,
    );
    run(connection, `DELETE FROM event_rows WHERE ${which}`, bind);
  }
}

/** A condition for the events of a part among the hidden rows, with its arguments. */
export function hiddenOf(connection: Connection, part: UsagePart): [condition: string, bind: string[]] {
  const { kinds, paths } = numbersOf(connection, part);
  return [
    `day BETWEEN ${dayOf('?1')} AND ${dayOf('?2')} AND ${isOfNumbers(3)}`,
    [part.from, part.to, kinds, paths],
  ];
}

/** A condition on daily rollups; takes `partArguments`. */
export const inPart = `date BETWEEN ?1 AND ?2 AND source = ?3 AND model IN (SELECT value FROM json_each(?4))
  AND path IN (SELECT value FROM json_each(?5))`;

export function partArguments({ from, to, source, models, paths }: UsagePart): string[] {
  return [from, to, source, JSON.stringify(models), JSON.stringify(paths)];
}

/** How much of a part is left out, not counting events of deleted projects. */
export function measureLeftOut(connection: Connection, part: UsagePart): MeasuredPart {
  const [which, bind] = hiddenOf(connection, part);
  const projects = all<{ projectId: string; eventCount: number; totalTokens: number }>(
    connection,
    `SELECT known.project_id, count(*) AS event_count, sum(total_tokens) AS total_tokens
     FROM deleted_event_rows JOIN event_projects AS known ON known.id = project
       JOIN projects ON projects.id = known.project_id
     WHERE deleted_at IS NULL AND ${which} GROUP BY known.project_id`,
    bind,
  );
  return { ...part, ...summed(projects) };
}

export function summed(
  projects: readonly { projectId: string; eventCount: number; totalTokens: number }[],
): Omit<MeasuredPart, keyof UsagePart> {
  return {
    projectIds: projects.map(({ projectId }) => projectId),
    eventCount: projects.reduce((sum, { eventCount }) => sum + eventCount, 0),
    totalTokens: projects.reduce((sum, { totalTokens }) => sum + totalTokens, 0),
  };
}

/** The ids of the part's kinds and paths as rows refer to them; 0 means no path. */
function numbersOf(connection: Connection, part: UsagePart): { kinds: string; paths: string } {
  const numbers = (sql: string, bind: string[]) =>
    all<{ id: number }>(connection, sql, bind).map(({ id }) => id);
  const models = JSON.stringify(part.models);
  const kinds = numbers(
    'SELECT id FROM event_kinds WHERE source = ?1 AND model IN (SELECT value FROM json_each(?2))',
    [part.source, models],
  );
  const paths = numbers('SELECT id FROM event_paths WHERE path IN (SELECT value FROM json_each(?))', [
    JSON.stringify(part.paths),
  ]);
  if (part.paths.includes('')) paths.push(0);
  return { kinds: JSON.stringify(kinds), paths: JSON.stringify(paths) };
}

function isOfNumbers(first: number): string {
  return `kind IN (SELECT value FROM json_each(?${first}))
    AND coalesce(path, 0) IN (SELECT value FROM json_each(?${first + 1}))`;
}
