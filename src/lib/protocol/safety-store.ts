import { ObjectStore } from '../model/object-store';
import type { DatabaseName } from './commands';

/** What is recorded about a database outside its own files, so that its loss can be told from a first visit. */
export interface StoredMarker {
  id: `marker-${DatabaseName}`;
  events: number;
  projects: number;
  /** When this was last true, in UTC milliseconds. */
  savedAt: number;
}

/** Something that was found and repaired while the database was opened, to be reported to the user. */
export interface Incident {
  id: `incident-${string}`;
  /**
   * `header`: the database's file had lost its name in the pool. `set-aside`: a file that belonged to nothing was
   * kept.
   */
  kind: 'header' | 'set-aside';
  /** UTC milliseconds. */
  at: number;
  bytes: number;
}

/** What the next opening must do first, because the database doesn't open. */
export interface OpeningPlan {
  id: `plan-${DatabaseName}`;
  /** `restore`: the file that the safety worker has prepared replaces the database (protocol/backups.ts). */
  kind: 'empty' | 'restore';
}

/** When something was last done. */
export interface SafetyNote {
  /**
   * `check`: a copy was opened and checked. `copy`: one left the browser. `asked`: the browser was asked to protect
   * the data.
   */
  id: 'note-check' | 'note-copy' | 'note-asked';
  /** UTC milliseconds. */
  at: number;
  ok: boolean;
}

type Row = StoredMarker | Incident | OpeningPlan | SafetyNote;

const store = new ObjectStore<Row>('tokentab-safety', 'records');

export async function readMarker(database: DatabaseName): Promise<StoredMarker | undefined> {
  return (await store.all()).find((row) => row.id === `marker-${database}`) as StoredMarker | undefined;
}

export function saveMarker(database: DatabaseName, marker: Omit<StoredMarker, 'id'>): Promise<void> {
  return store.put({ id: `marker-${database}`, ...marker });
}

export function removeMarker(database: DatabaseName): Promise<void> {
  return store.remove(`marker-${database}`);
}

/** Newest first. */
export async function readIncidents(): Promise<Incident[]> {
  const rows = (await store.all()).filter((row): row is Incident => row.id.startsWith('incident-'));
  return rows.sort((a, b) => b.at - a.at);
}

export function saveIncident(incident: Omit<Incident, 'id'>): Promise<void> {
  return store.put({ id: `incident-${crypto.randomUUID()}`, ...incident });
}

export function removeIncident(id: Incident['id']): Promise<void> {
  return store.remove(id);
}

export async function readNotes(): Promise<Partial<Record<SafetyNote['id'], SafetyNote>>> {
  const notes = (await store.all()).filter((row): row is SafetyNote => row.id.startsWith('note-'));
  return Object.fromEntries(notes.map((note) => [note.id, note]));
}

export function saveNote(note: SafetyNote): Promise<void> {
  return store.put(note);
}

export async function readPlan(database: DatabaseName): Promise<OpeningPlan | undefined> {
  return (await store.all()).find((row) => row.id === `plan-${database}`) as OpeningPlan | undefined;
}

export function savePlan(database: DatabaseName, plan: Omit<OpeningPlan, 'id'>): Promise<void> {
  return store.put({ id: `plan-${database}`, ...plan });
}

export function removePlan(database: DatabaseName): Promise<void> {
  return store.remove(`plan-${database}`);
}
