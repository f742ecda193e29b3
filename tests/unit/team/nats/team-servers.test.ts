import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Roster } from '../../../../src/lib/team/roster';
import { finishRoster } from '../../../../src/lib/team/project-keys';
import { TeamCarrier } from '../../../../src/lib/team/team-carrier';
import { runsAll } from '../../../budget';
import { NatsServer, program } from '../../sync/nats/server';
import { whenReady } from '../../sync/nats/when-ready';
import {
  accountsOf,
  draftOf,
  jobOf,
  months,
  person,
  readAll,
  setupOf,
  team,
  type Person,
} from './team-server';

// Long: `npm test` kills three servers under a person's devices, which store their files in the same way.
describe.skipIf(program === undefined || !runsAll)('a team on three servers', () => {
  let olga: Person;
  let max: Person;
  let servers: NatsServer[] = [];
  const open = new Set<TeamCarrier>();
  const connect = async ({ user }: Person, server: NatsServer) => {
    const carrier = await whenReady(() => TeamCarrier.open(server.url, team, user.identity));
    open.add(carrier);
    return carrier;
  };
  beforeAll(async () => {
    olga = await person('olga', 'owner');
    max = await person('max', 'member');
    servers = await NatsServer.startAll(3, () => accountsOf(setupOf([olga, max])));
  });
  afterAll(async () => {
    await Promise.all([...open].map((carrier) => carrier.close()));
    await Promise.all(servers.map((server) => server.remove()));
  });

  it('loses nothing when one of them, and then all of them, are killed', async () => {
    const [one, two, three] = servers;
    if (!one || !two || !three) throw new Error('A server is missing.');
    const roster: Roster = await finishRoster(null, draftOf([olga, max]), olga.user);
    const owner = await connect(olga, one);
    await whenReady(async () => {
      // It may have been written although no answer came.
      if ((await owner.syncRoster(null)) === null) await owner.writeRoster(roster);
    });
    const all: ReturnType<typeof months>[number][] = [];
    const publish = async (server: NatsServer) => {
      const carrier = await connect(max, server);
      all.push(...months(100 + all.length, `2026-${String(all.length + 1).padStart(2, '0')}`));
      await whenReady(() => carrier.publish(jobOf(max, roster, all)));
    };
    await publish(one);
    // The stream's leader is one of the three, so each dies in turn.
    for (const [killed, other] of [
      [one, two],
      [two, three],
      [three, one],
    ] as const) {
      await killed.kill();
      await publish(other);
      await killed.run();
      await killed.isCurrent();
    }
    await Promise.all(servers.map((server) => server.kill()));
    await Promise.all(servers.map((server) => server.run()));
    await Promise.all(servers.map((server) => server.isCurrent()));
    const reader = await connect(olga, two);
    expect(await whenReady(() => reader.syncRoster(null))).toEqual(roster);
    const expected = Object.fromEntries(
      all.map(({ month, rows }) => [`max website ${month}`, [rows[0]?.[6]]]),
    );
    // A server that lags behind shows the rest later, and the cursor has not passed it.
    let cursor: Awaited<ReturnType<typeof readAll>>['cursor'] = null;
    const found: Record<string, number[]> = {};
    const readMore = async () => {
      const read = await readAll(reader, roster, cursor);
      cursor = read.cursor;
      expect(read.refused).toEqual([]);
      return Object.assign(found, read.inputs);
    };
    await expect.poll(() => whenReady(readMore), { timeout: 900_000 }).toEqual(expected);
    expect(Object.keys(expected)).toHaveLength(4);
  }, 1_800_000);
});
