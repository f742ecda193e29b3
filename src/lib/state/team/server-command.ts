import type { TeamMember } from '../../team/roster';

/** What reloads the server's configuration. */
export const reloadCommand = 'nats-server --signal reload';

/** What an owner runs on the server, so that it gives a member the rights that the roster says (docs/team.md). */
export function serverCommand(team: string, member: TeamMember): string {
  const { id, recipient, role, reads, left } = member;
  const begin = `npm run sync-server -- sync team ${team}`;
  if (left === true) return `${begin} remove ${serverName(member)}`;
  const projects = role === 'lead' ? reads.map((project) => ` ${project}`).join('') : '';
  return `${begin} ${role} ${serverName(member)} ${id}.${recipient}${projects}`;
}

/** Follows from the key, so that it stays when a member gets another name. The server takes lower-case letters. */
const serverName = ({ id }: TeamMember): string => `member-${id.slice(-8).toLowerCase()}`;
