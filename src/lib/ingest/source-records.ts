import type { PathName, SessionLink, SourceSession, SourceUsageEvent } from '../model/usage-event';

/** What a source has read, on its way to the database. */
export interface SourceRecords {
  events: SourceUsageEvent[];
  sessions: SourceSession[];
  lineage: SessionLink[];
  projectNames: PathName[];
}

export function emptyRecords(): SourceRecords {
  return { events: [], sessions: [], lineage: [], projectNames: [] };
}

export function countRecords({ events, sessions, lineage, projectNames }: SourceRecords): number {
  return events.length + sessions.length + lineage.length + projectNames.length;
}

export function appendRecords(records: SourceRecords, more: SourceRecords): void {
  // One by one: a spread of many thousand arguments overflows the stack.
  for (const session of more.sessions) records.sessions.push(session);
  for (const link of more.lineage) records.lineage.push(link);
  for (const name of more.projectNames) records.projectNames.push(name);
  for (const event of more.events) records.events.push(event);
}
