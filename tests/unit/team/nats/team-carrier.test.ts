import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Roster } from '../../../../src/lib/team/roster';
import { program } from '../../sync/nats/server';
import { founded, jobOf, months, person, readAll, setupOf, TeamServer, type Person } from './team-server';

describe.skipIf(program === undefined)('a team of an owner, a lead and a member', () => {
  let olga: Person;
  let lena: Person;
  let max: Person;
  let server: TeamServer;
  let roster: Roster;
  beforeAll(async () => {
    olga = await person('olga', 'owner');
    lena = await person('lena', 'lead', ['website']);
    max = await person('max', 'member');
    server = await TeamServer.start([olga, lena, max]);
    roster = await founded(server, [olga, lena, max]);
  });
  afterAll(() => server.remove());

  it('shows everybody the roster', async () => {
    for (const each of [olga, lena, max]) {
      const read = await (await server.connect(each)).syncRoster(null);
      expect(read).toEqual(roster);
    }
  });

  it('lets a lead continue who has published nothing', async () => {
    await (await server.connect(max)).publish(jobOf(max, roster, months(1)));
    const carrier = await server.connect(lena);
    const first = await readAll(carrier, roster);
    expect(first.inputs).toEqual({ 'max website 2026-11': [1] });
    expect(first.cursor).not.toBeNull();
    expect(await readAll(carrier, roster, first.cursor)).toMatchObject({ inputs: {}, cursor: first.cursor });
  });

  it('publishes months, and shows each reader theirs', async () => {
    for (const [each, input] of [
      [max, 100],
      [lena, 200],
    ] as const) {
      const carrier = await server.connect(each);
      const both = [...months(input), ...months(input + 1, '2026-10', 'app')];
      expect(await carrier.publish(jobOf(each, roster, both))).toMatchObject({ wrote: 2, tookBack: 0 });
      // Compared with what the server holds: nothing has to be written again.
      expect(await carrier.publish(jobOf(each, roster, both))).toMatchObject({ wrote: 0, tookBack: 0 });
    }
    const all = {
      'max website 2026-11': [100],
      'max app 2026-10': [101],
      'lena website 2026-11': [200],
      'lena app 2026-10': [201],
    };
    expect((await readAll(await server.connect(olga), roster)).inputs).toEqual(all);
    // A lead reads a project of everybody, and what they published themselves.
    const lead = Object.entries(all).filter(([name]) => name !== 'max app 2026-10');
    expect((await readAll(await server.connect(lena), roster)).inputs).toEqual(Object.fromEntries(lead));
    expect((await readAll(await server.connect(max), roster)).inputs).toEqual({
      'max website 2026-11': [100],
      'max app 2026-10': [101],
    });
  });
});

it.skipIf(program === undefined)('begins on a server that runs and knows nobody yet', async () => {
  const olga = await person('olga', 'owner');
  const server = await TeamServer.start([]);
  server.setup = setupOf([olga]);
  await server.reload();
  const carrier = await server.connect(olga);
  expect(await carrier.syncRoster(null)).toBeNull();
  const roster = await founded(server, [olga]);
  expect(await carrier.syncRoster(null)).toEqual(roster);
  await server.remove();
});
