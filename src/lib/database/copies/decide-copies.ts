import type { CopyDecision, SavedCopyDecision } from '../../model/copies';
import type { DatabaseContext } from '../context';
import { bringBack, setAside } from '../projects/deleted-events';
import { readDecisions, writeDecision } from './decisions';
import { measureLeftOut, setAsideOf } from './left-out';

/** Inside a transaction. Again it changes nothing. */
export function decideCopies(database: DatabaseContext, decision: CopyDecision, decidedAt: number): void {
  writeDecision(database, decision.id, { ...decision, decidedAt }, decidedAt);
  if (decision.isLeftOut) setAside(database, decision.part.source);
}

/** Inside a transaction. False where there is no such decision. */
export function takeBackCopies(database: DatabaseContext, id: string, takenBackAt: number): boolean {
  const decision = readDecisions(database).find((each) => each.id === id);
  if (decision === undefined) return false;
  writeDecision(database, id, null, takenBackAt);
  bringBack(database, ...setAsideOf(database, decision.part));
  // What another decision leaves out as well, or a deleted project holds.
  setAside(database);
  return true;
}

/** Newest first. */
export function getCopyDecisions(database: DatabaseContext): SavedCopyDecision[] {
  return readDecisions(database)
    .map((decision) => ({ ...decision, part: measureLeftOut(database, decision.part) }))
    .reverse();
}
