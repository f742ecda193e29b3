import { eventKey } from '../../model/event-key';
import { rangeOf } from '../../model/months';
import { teamOf, type TeamBatch, type TeamMonth, type TeamRow } from '../../model/team';
import { counterNames } from '../../model/tokens';
import type { DatabaseContext } from '../context';
import { bulkInsert } from '../events/bulk-insert';
import { counterColumns, type EventRow } from '../events/event-columns';
import { keyText } from '../events/event-key';
import { RowWriter } from '../events/row-writer';
import { badInput } from '../sql/check-argument';
import { all, run, value } from '../sql/statements';
import { saveTeamCursor } from './cursor';
import { forgetMembers, takeOverMembers, takeOverProjects } from './roster';
import { countOnce } from './count-once';

/** The import of what one browser of a member has published. */
const importOf = ({ memberId, deviceId }: TeamMonth): string => `team:${memberId}:${deviceId}`;

const noon = 12 * 60 * 60 * 1000;

/**
 * Makes a team's database contain exactly these rows of each month; call inside a transaction. Every row is an event of
 * granularity 'day', whose path is the member's name, so all pages and rollups work as usual. Equal rows aren't touched;
 * of a month that the batch has twice, the last one counts. Rows that several
 * browsers have published with the same mark count once; those of members who are left out don't count.
 * @throws `BadInput` in any other database, and for a project or member that the batch doesn't name
 */
export function replaceTeamMonths(database: DatabaseContext, batch: TeamBatch): void {
  if (teamOf(database.name) === undefined) throw badInput('not-a-team-database');
  takeOverProjects(database, batch.projects, batch.at);
  const names = takeOverMembers(database, batch.members, batch.at);
  const places = new Map<string, { writer: RowWriter; added: EventRow[] }>();
  const leftOut = new Set(batch.members.filter(({ isLeftOut }) => isLeftOut).map(({ id }) => id));
  const marks = new Set(forgetMembers(database, leftOut));
  const months = new Map(
    batch.months.map((month) => [`${importOf(month)}:${month.projectId}:${month.month}`, month]),
  );
  for (const month of months.values()) {
    const member = names.get(month.memberId);
    if (member === undefined || !batch.projects.some(({ id }) => id === month.projectId))
      throw badInput('not-in-team');
    if (leftOut.has(month.memberId)) continue;
    noteImport(database, month, batch.at);
    const known = mayBeStored(database, month, member)
      ? storedRows(database, month)
      : new Map<string, StoredRow>();
    for (const row of month.rows) {
      const event = rowOf(month, row, member);
      const text = keyText(event.key);
      const stored = known.get(text);
      known.delete(text);
      const source = row[1];
      const name = `${importOf(month)} ${source}`;
      let place = places.get(name);
      if (place === undefined) {
        const origin = { source, importId: importOf(month), createdAt: batch.at };
        places.set(name, (place = { writer: new RowWriter(database, origin), added: [] }));
      }
      if (stored?.sums === sumsOf(event)) continue;
      if (event.event.sessionId !== null) marks.add(event.event.sessionId);
      if (stored?.table === 'event_rows') place.writer.replace(stored.id, event);
      else place.added.push(event);
      if (stored?.table === 'deleted_event_rows') remove(database, stored);
    }
    for (const stored of known.values()) {
      if (stored.mark !== null) marks.add(stored.mark);
      remove(database, stored);
    }
  }
  bulkInsert(database, () => {
    for (const { writer, added } of places.values()) writer.insertAll(added);
  });
  countOnce(database, marks);
  if (batch.cursor !== null) saveTeamCursor(database, batch.cursor, batch.at);
}

/** Adds the import, which every event refers to. */
function noteImport(database: DatabaseContext, month: TeamMonth, at: number): void {
  run(
    database,
    `INSERT INTO imports (id, source, status, started_at, finished_at, updated_at)
     VALUES (?1, 'team', 'finished', ?2, ?2, ?2)
     ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at, updated_at = excluded.updated_at`,
    [importOf(month), at],
  );
}

interface StoredRow {
  table: 'event_rows' | 'deleted_event_rows';
  id: number;
  mark: string | null;
  /** As `sumsOf` gives. */
  sums: string;
}

/** Also the rows that `countOnce` has put aside. */
const stored = (['event_rows', 'deleted_event_rows'] as const)
  .map(
    (table) => `SELECT '${table}' AS 'table', row.id, lower(hex(key)) AS key, session_id AS mark,
      concat_ws(' ', ${counterColumns.join(', ')}, cost_nano_usd) AS sums
    FROM ${table} AS row LEFT JOIN event_sessions ON event_sessions.id = row.session
    WHERE project = (SELECT id FROM event_projects WHERE project_id = ?1)
      AND day BETWEEN unixepoch(?2) / 86400 AND unixepoch(?3) / 86400
      AND import = (SELECT id FROM event_imports WHERE import_id = ?4)`,
  )
  .join(' UNION ALL ');

const remove = (database: DatabaseContext, { table, id }: StoredRow): void =>
  void run(database, `DELETE FROM ${table} WHERE id = ?`, [id]);

/**
 * False for most months of a first reading. Without it, each would look at what all other members have published for the
 * same project and month.
 */
function mayBeStored(database: DatabaseContext, month: TeamMonth, member: string): boolean {
  const isCounted =
    'SELECT 1 FROM usage_monthly_breakdown WHERE month = ?1 AND project_id = ?2 AND path = ?3 LIMIT 1';
  if (value(database, isCounted, [month.month, month.projectId, member]) !== undefined) return true;
  const isAside = `SELECT 1 FROM deleted_event_rows WHERE project = (SELECT id FROM event_projects WHERE project_id = ?1)
    AND import = (SELECT id FROM event_imports WHERE import_id = ?2) LIMIT 1`;
  return value(database, isAside, [month.projectId, importOf(month)]) !== undefined;
}

/** By key in hexadecimal digits. */
function storedRows(database: DatabaseContext, month: TeamMonth): Map<string, StoredRow> {
  const { from, to } = rangeOf(month.month);
  const rows = all<StoredRow & { key: string }>(database, stored, [
    month.projectId,
    from,
    to,
    importOf(month),
  ]);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** All that can change while the key stays. */
const sumsOf = ({ event, found }: EventRow): string =>
  [
    ...counterNames.map((name) => event[name]),
    ...(found.costNanoUsd === null ? [] : [found.costNanoUsd]),
  ].join(' ');

function rowOf({ projectId, memberId, deviceId }: TeamMonth, row: TeamRow, member: string): EventRow {
  const [date, , provider, model, eventType, llmMode, inputTokens, cacheReadTokens, ...more] = row;
  const [cacheWrite5mTokens, cacheWrite1hTokens, outputTokens, reasoningTokens, ...rest] = more;
  const [costNanoUsd, costBasis, countQuality, , isNotFinal, mark] = rest;
  // Everything that two rows of a day can differ in.
  const cut = JSON.stringify([...row.slice(1, 6), costBasis, countQuality, isNotFinal, mark]);
  return {
    key: eventKey(`team:${memberId}:${deviceId}:${projectId}:${date}:${cut}`, ''),
    family: null,
    event: {
      // Where `countOnce` finds it: a day row has no session.
      sessionId: mark ?? null,
      path: member,
      granularity: 'day',
      occurredAt: Date.parse(date) + noon,
      provider: provider || null,
      model: model || null,
      eventType,
      llmMode,
      position: 0,
      isOutputFinal: isNotFinal === 0,
      recordedCostNanoUsd: costBasis === 'recorded' ? costNanoUsd : null,
      countQuality,
      inputTokens,
      cacheReadTokens,
      cacheWrite5mTokens,
      cacheWrite1hTokens,
      outputTokens,
      reasoningTokens,
    },
    found: { projectId, date, hour: null, costNanoUsd, costBasis, priceRule: null },
  };
}
