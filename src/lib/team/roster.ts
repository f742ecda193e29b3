import * as v from 'valibot';
import { TokentabError } from '../model/errors';
import { teamName, type TeamProject } from '../model/team';

/** An owner reads everything and manages the team; a lead reads some projects; everybody publishes for themselves. */
export type TeamRole = 'owner' | 'lead' | 'member';

export interface TeamMember {
  /** 'U…': the public half of the login, and of the signature below everything that this member writes. */
  id: string;
  /** 'age1…' */
  recipient: string;
  name: string;
  role: TeamRole;
  /** The projects that a lead reads. */
  reads: string[];
  /** No longer in the team. What they published stays. */
  left?: true | undefined;
  /** What they published doesn't count, because they publish it again as somebody else. */
  isLeftOut?: true | undefined;
}

export interface RosterProject extends TeamProject {
  /** 'age1…', of the newest generation of its key: months are sealed for it. */
  recipient: string;
}

/** A project's key, for those who may read the project. */
interface ProjectKey {
  project: string;
  /** From 1. There is a new one whenever somebody loses the right to read. */
  generation: number;
  /** Base64 of an age file for the readers; it contains the identity 'AGE-SECRET-KEY-1…'. */
  sealed: string;
}

/** An owner's signed statement that another member is an owner, so that a member who missed a version still knows whom to trust. */
interface Voucher {
  owner: string;
  by: string;
  /** Of the roster that made them one. */
  version: number;
  /** Base64 */
  signature: string;
}

/** Who is in a team, its projects, and their keys. Only owners write it, for all members. */
export interface Roster {
  format: 1;
  team: string;
  /** The name that is shown. */
  name: string;
  /** Counts the changes, so that an older one can be told from a newer one. */
  version: number;
  members: TeamMember[];
  projects: RosterProject[];
  keys: ProjectKey[];
  vouchers: Voucher[];
  /** Base64 of 32 random bytes that all members know and the server doesn't: for `withMarks`. */
  markKey?: string | undefined;
}

/** What an owner decides about a team; `finishRoster` adds keys. */
export interface RosterDraft {
  team: string;
  name: string;
  members: TeamMember[];
  projects: TeamProject[];
}

/** A project's id in the team. A UUID, or what an owner chose. */
export const teamProjectId = /^[0-9a-z][0-9a-z-]{0,63}$/;
const memberId = v.pipe(v.string(), v.regex(/^U[A-Z2-7]{55}$/));
const recipient = v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/));
const projectId = v.pipe(v.string(), v.regex(teamProjectId));
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const number = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000));
const base64 = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[A-Za-z0-9+/]+=*$/));
const list = <Each extends v.GenericSchema>(each: Each, most: number) =>
  v.pipe(v.array(each), v.maxLength(most));

const shape = v.object({
  format: v.literal(1),
  team: v.pipe(v.string(), v.regex(teamName)),
  name,
  version: number,
  members: list(
    v.object({
      id: memberId,
      recipient,
      name,
      role: v.picklist(['owner', 'lead', 'member']),
      reads: list(projectId, 2000),
      left: v.optional(v.literal(true)),
      isLeftOut: v.optional(v.literal(true)),
    }),
    2000,
  ),
  projects: list(
    v.object({ id: projectId, name, client: v.nullable(name), recipient, isArchived: v.boolean() }),
    2000,
  ),
  keys: list(v.object({ project: projectId, generation: number, sealed: base64(300_000) }), 10_000),
  vouchers: list(v.object({ owner: memberId, by: memberId, version: number, signature: base64(100) }), 2000),
  markKey: v.optional(base64(44)),
});

/** @throws `BadInput` if the text isn't a roster of this team */
export function parseRoster(text: string, team: string): Roster {
  let roster: Roster;
  try {
    roster = v.parse(shape, JSON.parse(text));
  } catch (error) {
    throw new TokentabError('BadInput', 'team-roster-unreadable', error);
  }
  const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  const isSound =
    roster.team === team &&
    isUnique(roster.members.map(({ id }) => id)) &&
    isUnique(roster.projects.map(({ id }) => id)) &&
    isUnique(roster.keys.map(({ project, generation }) => `${project} ${generation}`));
  if (!isSound) throw new TokentabError('BadInput', 'team-roster-unreadable');
  return roster;
}

/** Those who may read a project now. */
export const readersOf = (members: readonly TeamMember[], project: string): TeamMember[] =>
  members.filter((member) => mayRead(member, project));

export function mayRead({ left, role, reads }: TeamMember, project: string): boolean {
  return left !== true && (role === 'owner' || (role === 'lead' && reads.includes(project)));
}

export const ownersOf = (roster: Roster): string[] =>
  roster.members.filter(({ role, left }) => role === 'owner' && left !== true).map(({ id }) => id);
