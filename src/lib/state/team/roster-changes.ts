import type { TeamProject } from '../../model/team';
import type { TeamMember } from '../../team/roster';
import { team } from './team.svelte';

/** Adds a member, or replaces the one with this id. @throws as `team.change` */
export const changeMember = (member: TeamMember): Promise<void> =>
  team.change((draft) => ({ ...draft, members: withOne(draft.members, member) }));

/** Adds a project, or replaces the one with this id. @throws as `team.change` */
export const changeProject = (project: TeamProject): Promise<void> =>
  team.change((draft) => ({ ...draft, projects: withOne(draft.projects, project) }));

export async function isAccessLine(typed: string): Promise<boolean> {
  try {
    await memberFrom(typed);
    return true;
  } catch {
    return false;
  }
}

/** @throws `BadInput` if it isn't a whole access line */
export async function memberFrom(typed: string): Promise<Pick<TeamMember, 'id' | 'recipient'>> {
  const { parseAccessLine } = await import('../../team/team-user');
  return parseAccessLine(typed);
}

/** In place, or at the end. */
function withOne<Each extends { id: string }>(all: readonly Each[], one: Each): Each[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((each) => (each.id === one.id ? one : each))
    : [...all, one];
}
