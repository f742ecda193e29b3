import type { TeamCursor } from '../model/team';
import type { CarrierProblem } from '../sync/carrier';
import type { ReadBatch } from './month-reader';
import type { Roster, RosterDraft } from './roster';
import type { PublishJob, PublishReport } from './team-carrier';

/** What the page asks the worker of a team, each with an id. `open` comes first, and `next` after `read`. */
export type TeamRequest =
  | { kind: 'open'; url: string; team: string; identity: string }
  | { kind: 'sync-roster'; known: Roster | null }
  | { kind: 'write-roster'; before: Roster | null; draft: RosterDraft }
  | { kind: 'publish'; job: PublishJob }
  | { kind: 'read'; roster: Roster; cursor: TeamCursor | null; runningMonth: string }
  | { kind: 'next' }
  | { kind: 'close' };

export interface TeamAnswers {
  open: null;
  'sync-roster': Roster | null;
  'write-roster': Roster;
  publish: PublishReport;
  read: null;
  /** Null at the end. */
  next: ReadBatch | null;
  close: null;
}

/** The value of an answer. A carrier's problem is a state of the world, not an error of the worker. */
export type TeamOutcome<Kind extends TeamRequest['kind']> =
  { value: TeamAnswers[Kind] } | { problem: CarrierProblem['reason'] };
