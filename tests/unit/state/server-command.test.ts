import { expect, it } from 'vitest';
import { changed } from '../../../scripts/sync-server.mjs';
import { serverCommand } from '../../../src/lib/state/team/server-command';
import type { TeamMember } from '../../../src/lib/team/roster';

const id = `U${'A'.repeat(51)}B2C3`;
const recipient = `age1${'q'.repeat(58)}`;
const member: TeamMember = {
  id,
  recipient,
  name: 'Anna “A” Müller',
  role: 'lead',
  reads: ['website', 'app'],
};
type Setup = Parameters<typeof changed>[0];
const setup: Setup = { servers: [{ name: 'tokentab', host: '127.0.0.1' }], gigabytes: 1, people: {} };
/** As a shell passes it to the script, whose folder is 'sync'. */
const run = (before: Setup, command: string): Setup =>
  changed(before, command.split(' -- sync ')[1]?.split(' ') ?? []);
const membersIn = ({ teams }: Setup) => Object.values(teams?.['acme'] ?? {});

it('the server takes the command for a member, again with another role or name, and shuts them out', () => {
  const begin = 'npm run sync-server -- sync team acme';
  expect(serverCommand('acme', member)).toBe(`${begin} lead member-aaaab2c3 ${id}.${recipient} website app`);
  const asLead = run(setup, serverCommand('acme', member));
  expect(membersIn(asLead)).toEqual([{ role: 'lead', key: id, projects: ['website', 'app'] }]);
  const asOwner = run(asLead, serverCommand('acme', { ...member, name: 'Anna', role: 'owner' }));
  expect(membersIn(asOwner)).toEqual([{ role: 'owner', key: id, projects: [] }]);
  expect(membersIn(run(asOwner, serverCommand('acme', { ...member, left: true })))).toEqual([]);
});
