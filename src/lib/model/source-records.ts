import type { PathName, SessionLink, SourceSession, SourceUsageEvent } from './usage-event';

/** What a source has read, on its way to the database. */
export interface SourceRecords {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
  /** Sessions that copy each other. */
  lineage: SessionLink[];
  /** Names for projects that no user has named. */
  projectNames: PathName[];
}

/**
 * The same as the UTF-8 bytes of its JSON. The page only passes it on, from the worker that reads to the worker that
 * stores: as objects it would be taken apart and put together again on the main thread, which people feel.
 */
export interface PackedRecords {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many records of any kind are in it. */
  count: number;
  events: number;
}

export function emptyRecords(): SourceRecords {
  return { events: [], sessions: [], lineage: [], projectNames: [] };
}

export function countRecords({ events, sessions, lineage, projectNames }: SourceRecords): number {
  return events.length + sessions.length + lineage.length + projectNames.length;
}

export function packRecords(records: SourceRecords): PackedRecords {
  return {
    bytes: new TextEncoder().encode(JSON.stringify(records)),
    count: countRecords(records),
    events: records.events.length,
  };
}

/** Whatever was packed: to be checked by who takes it in. Throws what `JSON.parse` throws. */
export function unpackRecords(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

export function appendRecords(records: SourceRecords, more: SourceRecords): void {
  // One by one: a spread of many thousand arguments overflows the stack.
  for (const session of more.sessions) records.sessions.push(session);
  for (const link of more.lineage) records.lineage.push(link);
  for (const name of more.projectNames) records.projectNames.push(name);
  for (const event of more.events) records.events.push(event);
}
