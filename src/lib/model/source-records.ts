import type { PathName, SessionLink, SourceSession, SourceUsageEvent } from './usage-event';

/** What a source has read and the database will store. */
export interface SourceRecords {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
  /** Sessions that copied each other's records. */
  lineage: SessionLink[];
  /** Display names for projects that the user hasn't named. */
  projectNames: PathName[];
}

/**
 * `SourceRecords` as the UTF-8 bytes of their JSON. The page only passes them from the worker that reads to the
 * worker that stores: as objects they would be deserialized and serialized again on the main thread, with noticeable
 * delays.
 */
export interface PackedRecords {
  bytes: Uint8Array<ArrayBuffer>;
  /** The number of records of all kinds. */
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

/** Returns whatever was packed; the receiver must validate it. Throws what `JSON.parse` throws. */
export function unpackRecords(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

export function appendRecords(records: SourceRecords, more: SourceRecords): void {
  // Push one by one: spreading many thousands of arguments overflows the stack.
  for (const session of more.sessions) records.sessions.push(session);
  for (const link of more.lineage) records.lineage.push(link);
  for (const name of more.projectNames) records.projectNames.push(name);
  for (const event of more.events) records.events.push(event);
}
