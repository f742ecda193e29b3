import { packEvents, unpackEvents, type EventColumns } from './packed-events';
import type { PlanLimits } from './plan-limits';
import type { PathName, SessionLink, SourceSession, SourceUsageEvent } from './usage-event';

/** What a source has read and the database will store. */
export interface SourceRecords {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
  /** Sessions that copied each other's records. */
  lineage: SessionLink[];
  /** Display names for projects that the user hasn't named. */
  projectNames: PathName[];
  /** The limits of a plan: the newest of each file. */
  planLimits: PlanLimits[];
}

/**
 * `SourceRecords` in one buffer, which can be transferred: the events as columns of numbers, everything else as JSON.
 * The page only passes them from the worker that reads to the worker that stores: as objects they would be
 * deserialized and serialized again on the main thread, with noticeable delays.
 */
export interface PackedRecords {
  bytes: Uint8Array<ArrayBuffer>;
  /** The number of records of all kinds. */
  count: number;
  events: number;
}

export function emptyRecords(): SourceRecords {
  return { events: [], sessions: [], lineage: [], projectNames: [], planLimits: [] };
}

export function countRecords(records: SourceRecords): number {
  const { events, sessions, lineage, projectNames, planLimits } = records;
  return events.length + sessions.length + lineage.length + projectNames.length + planLimits.length;
}

/** The lengths that come first: those of the columns and the number of events. */
const headBytes = 8;

/** `source` is the id that the records are stored under. */
export function packRecords(records: SourceRecords, source: string): PackedRecords {
  const { events, ...others } = records;
  const { bytes: columns, shared } = packEvents(events, source);
  const json = new TextEncoder().encode(JSON.stringify({ ...others, ...shared }));
  const bytes = new Uint8Array(headBytes + columns.length + json.length);
  new Uint32Array(bytes.buffer, 0, 2).set([columns.length, events.length]);
  bytes.set(columns, headBytes);
  bytes.set(json, headBytes + columns.length);
  return { bytes, count: countRecords(records), events: events.length };
}

/**
 * Unpacks without validating; the receiver must do that. Throws if the bytes aren't packed records.
 * @returns `texts`: everything but the events' numbers
 */
export function unpackRecords(packed: Uint8Array): { columns: EventColumns; texts: unknown } {
  // The columns need an offset that is a multiple of their numbers' size.
  const bytes = new Uint8Array(packed);
  const [length = 0, count = 0] = new Uint32Array(bytes.buffer, 0, 2);
  const columns = unpackEvents(bytes.subarray(headBytes, headBytes + length), count);
  if (columns === null) throw new RangeError('The columns differ in length.');
  return { columns, texts: JSON.parse(new TextDecoder().decode(bytes.subarray(headBytes + length))) };
}

export function appendRecords(records: SourceRecords, more: SourceRecords): void {
  // Push one by one: spreading many thousands of arguments overflows the stack.
  for (const session of more.sessions) records.sessions.push(session);
  for (const link of more.lineage) records.lineage.push(link);
  for (const name of more.projectNames) records.projectNames.push(name);
  for (const limits of more.planLimits) records.planLimits.push(limits);
  for (const event of more.events) records.events.push(event);
}
