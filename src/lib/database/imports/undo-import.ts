import type { CallRecord } from '../../model/usage-event';
import { keepChosen } from '../projects/chosen-projects';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreEventsForUndo } from '../copies/deleted-events';
import { findFor } from './event-rows';
import { forgetPlanLimits } from '../settings/plan-limits';
import { pricerOf } from '../prices/pricer';
import { ProjectFinder } from '../projects/project-paths';
import { removeEmptyImportedProjects } from '../projects/projects';
import { readBeginnings, reassignSession, sessionsWithEvents } from '../projects/sessions';
import { reportingTimeZone } from '../settings/settings';
import { all, run, value } from '../sql/statements';
import { counterColumns, type EventRow, type Origin } from '../events/event-columns';
import { keyText } from '../events/event-key';
import { rebuildRollups } from '../events/rebuild-rollups';
import { storeEvents } from '../events/store-events';
import { bestFirst } from '../events/better-record';

/**
 * Undoes an import; call inside a transaction. Deletes its events, restores the records that they superseded,
 * recomputes where sessions began, and deletes projects that it created and the user never changed. The import's row
 * stays, as 'undone'.
 * @returns false if there is nothing to undo
 */
export function undoImport(database: DatabaseContext, id: string, undoneAt: number): boolean {
  const changed = run(
    database,
    "UPDATE imports SET status = 'undone', updated_at = ?2 WHERE id = ?1 AND status <> 'undone'",
    [id, undoneAt],
  );
  if (changed === 0) return false;
  restoreEventsForUndo(database, id);
  const projects = new ProjectFinder(database, id, undoneAt);
  const comingBack = takeSuperseded(database, id);
  deleteEvents(database, id);
  forgetSessions(database, id, projects);
  restore(database, comingBack, projects);
  forgetPlanLimits(database, id);
  run(database, 'DELETE FROM import_batches WHERE import_id = ?', [id]);
  hideEvents(database);
  // The next import must read all of it again, including copies in files that this import skipped.
  run(database, 'DELETE FROM file_cursors');
  removeEmptyImportedProjects(database);
  return true;
}

/** Subtracting one event from the rollups takes as long as adding this many. */
const rowsAddedPerRowRemoved = 3;

const numberOf = (importId: string) => `(SELECT id FROM event_imports WHERE import_id = ${importId})`;

function deleteEvents(database: DatabaseContext, id: string): void {
  const remove = (): void =>
    void run(database, `DELETE FROM event_rows WHERE import = ${numberOf('?')}`, [id]);
  const count = (where: string): number =>
    Number(value(database, `SELECT count(*) FROM event_rows WHERE import ${where} ${numberOf('?')}`, [id]));
  const [own, others] = [count('='), count('IS NOT')];
  if (own * rowsAddedPerRowRemoved > others) rebuildRollups(database, remove);
  else remove();
}

type SupersededEvent = CallRecord &
  Pick<EventRow, 'family'> & { key: Uint8Array<ArrayBuffer> } & Omit<Origin, 'importId'> & {
    importId: string;
  };

const superseded = `SELECT kept.key, session.family, import.import_id, kind.source, kept.created_at, kind.event_type, kind.llm_mode,
    session.session_id, nullif(kind.provider, '') AS provider, nullif(kind.model, '') AS model, path.path, kept.position,
    ${counterColumns.map((column) => `kept.${column}`).join(', ')}, kept.occurred_at, kind.granularity,
    kind.is_output_final, kept.precedence, kept.recorded_cost_nano_usd, nullif(kind.service_tier, '') AS service_tier,
    kind.count_quality
  FROM superseded_event_rows AS kept JOIN event_imports AS import ON import.id = kept.import
    JOIN event_kinds AS kind ON kind.id = kept.kind
    LEFT JOIN event_sessions AS session ON session.id = kept.session LEFT JOIN event_paths AS path ON path.id = kept.path`;

/** Removes and returns, for each call of this import, the best superseded record of another import. */
function takeSuperseded(database: DatabaseContext, id: string): SupersededEvent[] {
  run(database, `DELETE FROM superseded_event_rows WHERE import = ${numberOf('?')}`, [id]);
  const ranked = all<SupersededEvent>(
    database,
    `${superseded} WHERE EXISTS (SELECT 1 FROM event_rows WHERE key = kept.key AND import = ${numberOf('?')})
     ORDER BY ${bestFirst('kept')}`,
    [id],
  );
  const best = new Map<string, SupersededEvent>();
  for (const event of ranked) if (!best.has(keyText(event.key))) best.set(keyText(event.key), event);
  const taken = [...best].map(([key, event]) => [key, event.importId]);
  run(
    database,
    `DELETE FROM superseded_event_rows
     WHERE (key, import) IN (SELECT unhex(value ->> 0), ${numberOf('value ->> 1')} FROM json_each(?))`,
    [JSON.stringify(taken)],
  );
  return [...best.values()];
}

function forgetSessions(database: DatabaseContext, id: string, projects: ProjectFinder): void {
  const forgotten = all<{ source: string; sessionId: string }>(
    database,
    'SELECT source, session_id FROM sessions WHERE import_id = ?',
    [id],
  );
  const bySource = groupBy(forgotten, (session) => session.source);
  const before = new Map(
    [...bySource].map(([source, list]) => [source, readBeginnings(database, source, idsOf(list))]),
  );
  run(database, 'DELETE FROM sessions WHERE import_id = ?', [id]);
  for (const [source, list] of bySource) {
    const after = readBeginnings(database, source, idsOf(list));
    const withEvents = sessionsWithEvents(database, source, idsOf(list));
    for (const { sessionId } of list) {
      if (!withEvents.has(sessionId)) continue;
      const session = {
        source,
        sessionId,
        before: before.get(source)?.get(sessionId)?.beganIn ?? null,
        after: after.get(sessionId)?.beganIn ?? null,
      };
      if (session.before !== session.after) reassignSession(database, session, projects);
    }
  }
}

function restore(
  database: DatabaseContext,
  events: readonly SupersededEvent[],
  projects: ProjectFinder,
): void {
  const timeZone = reportingTimeZone(database);
  const pricer = pricerOf(database);
  // `storeEvents` takes one origin for all rows.
  const origins = groupBy(events, ({ source, importId, createdAt }) =>
    JSON.stringify([source, importId, createdAt]),
  );
  for (const group of origins.values()) {
    const [origin] = group;
    if (!origin) continue;
    const beginnings = readBeginnings(database, origin.source, idsOf(group));
    const context = { source: origin.source, timeZone, projects, beginnings, pricer };
    const rows = group.map(({ key, family, ...event }) => ({
      key,
      family,
      event,
      found: findFor(event, context),
    }));
    storeEvents(database, keepChosen(database, rows), origin);
  }
}

function idsOf(list: readonly { sessionId: string | null }[]): Set<string> {
  return new Set(list.map(({ sessionId }) => sessionId).filter((each) => each !== null));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
