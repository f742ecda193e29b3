import { eventKey, familyMask, mixKeys } from '../../model/event-key';
import { familyKey, splitFamilyKey } from '../../model/families';
import type { SessionLink } from '../../model/usage-event';
import type { Connection } from '../context';
import { moveFamily } from './move-family';
import type { KeyedEvent } from './source-events';
import { all, run, value } from '../sql/statements';

/**
 * Stores which sessions copied each other's records. When two families turn out to be one, the events of one move to
 * the other's keys, and of two records of a call the better one counts. The result doesn't depend on the order of
 * links and events.
 */
export function linkSessions(
  connection: Connection,
  source: string,
  links: readonly SessionLink[],
  linkedAt: number,
): void {
  for (const { sessionId, parentId } of links) {
    const one = familyOf(connection, source, sessionId);
    const two = familyOf(connection, source, parentId);
    if (one === two) continue;
    const [to, from] = one < two ? [one, two] : [two, one];
    run(connection, 'UPDATE session_families SET family = ?3 WHERE source = ?1 AND family = ?2', [
      source,
      from,
      to,
    ]);
    run(
      connection,
      `INSERT INTO session_families (source, session, family) VALUES (?1, ?2, ?3), (?1, ?3, ?3)
       ON CONFLICT (source, session) DO UPDATE SET family = excluded.family`,
      [source, from, to],
    );
    moveFamily(connection, { source, from, to, movedAt: linkedAt });
  }
}

/** The events under the keys of their families, as far as these are known. */
export function inFamilies(
  connection: Connection,
  source: string,
  events: readonly KeyedEvent[],
): readonly KeyedEvent[] {
  const isKnown = value(connection, 'SELECT 1 FROM session_families WHERE source = ? LIMIT 1', [source]);
  // Most sources have no families.
  if (isKnown === undefined) return events;
  const own = events.map(familyNamedBy);
  const families = new Map(
    all<{ session: string; family: string }>(
      connection,
      `SELECT session, family FROM session_families
       WHERE source = ? AND session IN (SELECT value FROM json_each(?))`,
      [source, JSON.stringify([...new Set(own)])],
    ).map(({ session, family }) => [session, family]),
  );
  return events.map((event, index) => {
    const from = own[index] ?? null;
    const to = from === null ? undefined : families.get(from);
    return from === null || to === undefined || to === from ? event : moved(event, from, to);
  });
}

function familyNamedBy({ family, dedupeKey }: KeyedEvent): string | null {
  return family ?? (dedupeKey === undefined ? null : (splitFamilyKey(dedupeKey)?.family ?? null));
}

function moved(event: KeyedEvent, from: string, to: string): KeyedEvent {
  if (event.dedupeKey === undefined)
    return { ...event, key: mixKeys(event.key, familyMask(from, to)), family: to };
  const { source = '', rest = '' } = splitFamilyKey(event.dedupeKey) ?? {};
  const dedupeKey = familyKey(source, to, rest);
  return { ...event, dedupeKey, key: eventKey(dedupeKey, '') };
}

function familyOf(connection: Connection, source: string, session: string): string {
  const family = value(connection, 'SELECT family FROM session_families WHERE source = ? AND session = ?', [
    source,
    session,
  ]);
  return typeof family === 'string' ? family : session;
}
