import type { CopyDecision, SavedCopyDecision } from '../../model/copies';
import type { DatabaseContext } from '../context';
import { bringBack, setAside } from '../projects/deleted-events';
import { readDecisions, writeDecision } from './decisions';
import { measureLeftOut, setAsideOf } from './left-out';

/** Idempotent. Call inside a transaction. */
export function decideCopies(database: DatabaseContext, decision: CopyDecision, decidedAt: number): void {
  writeDecision(database, decision.id, { ...decision, decidedAt }, decidedAt);
  if (decision.isLeftOut) setAside(database, decision.part.source);
}

/** Call inside a transaction. False if there is no such decision. */
export function takeBackCopies(database: DatabaseContext, id: string, takenBackAt: number): boolean {
  const decision = readDecisions(database).find((each) => each.id === id);
  if (decision === undefined) return false;
  writeDecision(database, id, null, takenBackAt);
  bringBack(database, ...setAsideOf(database, decision.part));
  // Some of it may also be left out by another decision, or belong to a deleted project.
  setAside(database);
  return true;
}

/** Newest first. */
export function getCopyDecisions(database: DatabaseContext): SavedCopyDecision[] {
  return readDecisions(database)
    .map((decision) => ({ ...decision, part: measureLeftOut(database, decision.part) }))
    .reverse();
}
