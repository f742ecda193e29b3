import { ObjectStore } from '../../model/object-store';
import type { Roster } from '../../team/roster';

/** A project of the user's own whose day totals are published as a project of the team. */
export interface ProjectLink {
  projectId: string;
  teamProjectId: string;
}

/** This browser's place in a team. Stored outside the database, because a restored or copied one must not start publishing. */
export interface StoredTeam {
  id: 'team';
  /** The short name. */
  team: string;
  /** The member's own name, which the owner may change in the roster. */
  memberName: string;
  /** 'AGE-SECRET-KEY-1…' */
  identity: string;
  deviceId: string;
  /** Whether this member started the team, and so writes its first roster. */
  isFounder: boolean;
  /** The last one that was read and trusted. */
  roster: Roster | null;
  links: ProjectLink[];
  /** Whether the server may hold something of this browser, which must be taken back when nothing is linked any more. */
  mayHavePublished: boolean;
}

const store = new ObjectStore<StoredTeam>('tokentab-team', 'records');

/** Undefined if this browser is in no team. */
export const readStoredTeam = async (): Promise<StoredTeam | undefined> => (await store.all())[0];
export const saveStoredTeam = (team: StoredTeam): Promise<void> => store.put(team);
export const forgetStoredTeam = (): Promise<void> => store.remove('team');
