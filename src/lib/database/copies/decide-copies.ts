import type { CopyDecision, SavedCopyDecision } from '../../model/copies';
import type { DatabaseContext } from '../context';
import { hideEvents, restoreEvents } from './deleted-events';
import { readDecisions, writeDecision } from './decisions';
import { hiddenOf, measureLeftOut } from './left-out';

/** Idempotent. Call inside a transaction. */
export function decideCopies(database: DatabaseContext, decision: CopyDecision, decidedAt: number): void {
  writeDecision(database, decision.id, { ...decision, decidedAt }, decidedAt);
  if (decision.isLeftOut) hideEvents(database, decision.part.source);
}

/** Call inside a transaction. False if there is no such decision. */
export function takeBackCopies(database: DatabaseContext, id: string, takenBackAt: number): boolean {
  const decision = readDecisions(database).find((each) => each.id === id);
  if (decision === undefined) return false;
  writeDecision(database, id, null, takenBackAt);
  restoreEvents(database, ...hiddenOf(database, decision.part));
  // Some of it may also be left out by another decision, or belong to a deleted project.
  hideEvents(database);
  return true;
}

/** Newest first. */
export function getCopyDecisions(database: DatabaseContext): SavedCopyDecision[] {
  return readDecisions(database)
    .map((decision) => ({ ...decision, part: measureLeftOut(database, decision.part) }))
    .reverse();
}
