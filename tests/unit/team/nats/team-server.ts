import { changed, natsConfiguration } from '../../../../scripts/sync-server.mjs';
import type { TeamRow } from '../../../../src/lib/model/team';
import { finishRoster } from '../../../../src/lib/team/project-keys';
import type { Roster, RosterDraft, TeamMember, TeamRole } from '../../../../src/lib/team/roster';
import { TeamCarrier, type PublishJob } from '../../../../src/lib/team/team-carrier';
import { accessLineOf, newTeamIdentity, teamUser, type TeamUser } from '../../../../src/lib/team/team-user';
import { usernamePasswordAuthenticator, type NatsConnection } from '@nats-io/nats-core';
import { connectAs } from '../../../../src/lib/sync/nats-connection';
import { NatsServer } from '../../sync/nats/server';

export const team = 'acme';

/** Somebody with an identity for the team, and a browser that publishes. */
export interface Person {
  name: string;
  user: TeamUser;
  line: string;
  deviceId: string;
  member: TeamMember;
}

export async function person(name: string, role: TeamRole, reads: string[] = []): Promise<Person> {
  const identity = await newTeamIdentity();
  const user = await teamUser(identity);
  const { id, recipient } = user;
  return {
    name,
    user,
    line: await accessLineOf(identity),
    deviceId: crypto.randomUUID(),
    member: { id, recipient, name, role, reads },
  };
}

type Setup = Parameters<typeof changed>[0];
const empty: Setup = {
  servers: [{ name: 'tokentab', host: '127.0.0.1' }],
  gigabytes: 1,
  people: {},
};

/** Lets people in as an owner does, one command after another. */
export const setupOf = (people: readonly Person[], setup = empty): Setup =>
  people.reduce(
    (setup, { name, line, member }) =>
      changed(setup, [
        'team',
        team,
        member.role,
        name,
        line,
        ...(member.role === 'lead' ? member.reads : []),
      ]),
    setup,
  );

/** What follows a test server's own lines: the accounts that the script writes. */
export function accountsOf(setup: Setup): string {
  const text = natsConfiguration(setup, { name: 'n1', host: '127.0.0.1' });
  return text.slice(text.indexOf('accounts {'));
}

/** One server, whose configuration can change while it runs. */
export class TeamServer {
  setup: Setup;
  readonly #open: TeamCarrier[] = [];
  server!: NatsServer;

  private constructor(people: readonly Person[]) {
    this.setup = setupOf(people);
  }

  static async start(people: readonly Person[]): Promise<TeamServer> {
    const made = new TeamServer(people);
    made.server = await NatsServer.start(() =>
      accountsOf(made.setup).replace('users: [', 'users: [{ user: root, password: root }, '),
    );
    return made;
  }

  async connect({ user }: Person): Promise<TeamCarrier> {
    const carrier = await TeamCarrier.open(this.server.url, team, user.identity);
    this.#open.push(carrier);
    return carrier;
  }

  /** As the administrator of the server, who may do everything in the team's account. */
  async administrate<Result>(work: (connection: NatsConnection) => Promise<Result>): Promise<Result> {
    const authenticator = usernamePasswordAuthenticator('root', 'root');
    const login = { name: 'root', seed: new Uint8Array(), authenticator };
    const connection = await connectAs(login, this.server.url, '_INBOX_root');
    try {
      return await work(connection);
    } finally {
      await connection.close();
    }
  }

  /** Applies a changed set-up, as `nats-server --signal reload` does. */
  async reload(): Promise<void> {
    await this.server.reload();
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((carrier) => carrier.close()));
  }

  async remove(): Promise<void> {
    await this.closeAll();
    await this.server.remove();
  }
}

const projects = ['website', 'app'].map((id) => ({ id, name: id, client: null, isArchived: false }));

export const draftOf = (people: readonly Person[]): RosterDraft => ({
  team,
  name: 'Acme',
  members: people.map(({ member }) => member),
  projects,
});

/** The first roster, which the first owner has written. */
export async function founded(server: TeamServer, people: readonly Person[]): Promise<Roster> {
  const [owner] = people;
  if (!owner) throw new Error('A team needs an owner.');
  const roster = await finishRoster(null, draftOf(people), owner.user);
  await (await server.connect(owner)).writeRoster(roster);
  return roster;
}

/** A day row with this many input tokens. */
export const row = (day: string, input: number): TeamRow => [
  day,
  'claude-code',
  'anthropic',
  'claude-sonnet-4-5',
  'chat',
  'cloud',
  input,
  0,
  0,
  0,
  10,
  0,
  1_000,
  'computed',
  'call',
  1,
  0,
];

export const months = (input: number, month = '2026-11', projectId = 'website'): PublishJob['months'] => [
  { projectId, month, rows: [row(`${month}-05`, input)] },
];

export const jobOf = ({ deviceId }: Person, roster: Roster, months: PublishJob['months']): PublishJob => ({
  roster,
  deviceId,
  zone: 'Europe/Berlin',
  at: 1_795_000_000_000,
  months,
});

/** Everything that somebody reads, from the beginning or a cursor. */
export async function readAll(
  carrier: TeamCarrier,
  roster: Roster,
  cursor: Parameters<TeamCarrier['read']>[1] = null,
) {
  const found = { inputs: {} as Record<string, number[]>, refused: [] as unknown[], cursor, batches: 0 };
  for await (const batch of carrier.read(roster, cursor, '2026-11')) {
    found.batches += 1;
    for (const { projectId, month, memberId, rows } of batch.months) {
      const name = roster.members.find(({ id }) => id === memberId)?.name ?? '';
      found.inputs[`${name} ${projectId} ${month}`] = rows.map((each) => each[6]);
    }
    found.refused.push(...batch.refused.map(({ problem }) => problem));
    found.cursor = batch.cursor ?? found.cursor;
  }
  return found;
}
