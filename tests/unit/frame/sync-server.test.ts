import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changed, natsConfiguration } from '../../../scripts/sync-server.mjs';
import { manifestOf } from '../../../src/lib/sync/names';
import { NatsCarrier } from '../../../src/lib/sync/nats-carrier';
import { natsUser } from '../../../src/lib/sync/nats-user';
import { accessLineOf } from '../../../src/lib/team/team-user';
import { NatsServer, program } from '../sync/nats/server';

const anna = await generateX25519Identity();
const ben = await generateX25519Identity();
const keys = { anna: (await natsUser(anna)).name, ben: (await natsUser(ben)).name };
const empty = { servers: [{ name: 'tokentab', host: '127.0.0.1' }], gigabytes: 2, people: {} };

it('refuses what would make a wrong configuration', () => {
  expect(() => changed(empty, ['add', 'Anna } x', keys.anna])).toThrow('be a name');
  expect(() => changed(empty, ['add', 'anna', 'SUAAAA'])).toThrow('begins with U');
  expect(() => changed({ ...empty, people: { anna: keys.anna } }, ['add', 'ben', keys.anna])).toThrow(
    'already',
  );
  expect(() => changed(empty, ['remove', 'constructor'])).toThrow('nobody');
  expect(() => changed(empty, ['init', 'a:h1', 'b:h2'])).toThrow('one, or three');
  expect(() => changed(empty, ['help', 'anna'])).toThrow('Usage');
  expect(() => changed(empty, ['add', 'team-acme', keys.anna])).toThrow('those of teams');
});

it('refuses what would give wrong rights in a team', async () => {
  const line = await accessLineOf(anna);
  const member = ['team', 'acme', 'member', 'anna', line];
  const setup = changed(empty, member);
  expect(setup.teams).toEqual({ acme: { anna: { role: 'member', key: line.slice(0, 56), projects: [] } } });
  for (const [command, message] of [
    [['team', 'Acme', 'member', 'anna', line], 'name of a team'],
    [['team', 'acme', 'member', 'Anna', line], 'be a name'],
    [['team', 'acme', 'king', 'anna', line], 'Usage'],
    [['team', 'acme', 'member', 'anna', line.slice(0, 56)], 'not an access line'],
    [['team', 'acme', 'member', 'anna', `${line}"`], 'not an access line'],
    [['team', 'acme', 'lead', 'anna', line], 'Name projects for a lead'],
    [['team', 'acme', 'member', 'anna', line, 'website'], 'only for a lead'],
    [['team', 'acme', 'lead', 'anna', line, '*'], 'not the id of a project'],
    [['team', 'acme', 'lead', 'anna', line, '>'], 'not the id of a project'],
    [['team', 'acme', 'lead', 'anna', line, 'a.b'], 'not the id of a project'],
    [['team', 'acme', 'remove', 'ben'], 'nobody'],
    [['team', 'constructor', 'remove', 'ben'], 'nobody'],
    // The server takes a key once, in whatever account.
    [['team', 'acme', 'member', 'ben', line], 'already'],
    [['team', 'other', 'owner', 'ben', line], 'already'],
    [['add', 'ben', line.slice(0, 56)], 'already'],
  ] as const)
    expect(() => changed(setup, [...command]), command.join(' ')).toThrow(message);
  // A new role replaces the old one, and removing leaves the others.
  const lead = changed(setup, ['team', 'acme', 'lead', 'anna', line, 'website', 'app']);
  expect(lead.teams?.['acme']).toMatchObject({ anna: { role: 'lead', projects: ['website', 'app'] } });
  const both = changed(lead, ['team', 'acme', 'owner', 'ben', await accessLineOf(ben)]);
  expect(Object.keys(changed(both, ['team', 'acme', 'remove', 'anna']).teams?.['acme'] ?? {})).toEqual([
    'ben',
  ]);
});

it('adds and removes people in the folder’s files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentab-sync-'));
  const run = (...command: string[]) => execFileSync('node', ['scripts/sync-server.mjs', folder, ...command]);
  const written = () => readFileSync(join(folder, 'nats.conf'), 'utf8');
  run('init');
  // Wherever the server is started from, it finds its data.
  expect(written()).toContain(`store_dir: "${join(folder, 'data')}"`);
  run('add', 'anna', keys.anna);
  run('add', 'ben', keys.ben);
  expect(written()).toContain(keys.anna);
  run('remove', 'anna');
  expect(written()).not.toContain(keys.anna);
  expect(written()).toContain(keys.ben);
});

describe.skipIf(program === undefined)('the server that the script configures', () => {
  const setup = { ...empty, people: keys };
  let server: NatsServer;
  beforeAll(async () => {
    const accounts = natsConfiguration(setup, { name: 'n1', host: '127.0.0.1' });
    server = await NatsServer.start(() => accounts.slice(accounts.indexOf('accounts {')));
  });
  afterAll(() => server.remove());

  it('accepts each of its configurations', async () => {
    const team = [
      ['team', 'acme', 'owner', 'anna', await accessLineOf(anna)],
      [
        'team',
        'acme',
        'lead',
        'ben',
        await accessLineOf(ben),
        'website',
        '4f6c2a0e-1b7d-4c0a-9d3e-7a5b1c2d3e4f',
      ],
    ].reduce(changed, setup);
    const three = changed(setup, ['init', 'a:10.0.0.1', 'b:10.0.0.2', 'c:10.0.0.3']);
    for (const [index, text] of [
      natsConfiguration(setup, setup.servers[0] ?? { name: '', host: '' }),
      ...three.servers.map((each) => natsConfiguration(three, each)),
      ...three.servers.map((each) => natsConfiguration({ ...three, teams: team.teams ?? {} }, each)),
      natsConfiguration(team, { name: 'tokentab', host: '127.0.0.1' }),
      natsConfiguration({ ...empty, teams: { acme: {} } }, { name: 'tokentab', host: '127.0.0.1' }),
      natsConfiguration(empty, { name: 'tokentab', host: '127.0.0.1' }),
    ].entries()) {
      const file = join(server.folder, `try-${index}.conf`);
      writeFileSync(file, text);
      expect(spawnSync(program ?? '', ['-t', '-c', file]).status).toBe(0);
    }
  });

  it('shows nobody the files of another person, even under the same names', async () => {
    const mine = await NatsCarrier.open(server.url, anna, 'aaaaaaaa');
    const theirs = await NatsCarrier.open(server.url, ben, 'aaaaaaaa');
    const name = manifestOf(crypto.randomUUID());
    await mine.write(name, new Uint8Array(5));
    expect(await theirs.list()).toEqual([]);
    await theirs.write(name, new Uint8Array(7));
    await theirs.list();
    await theirs.remove(name);
    expect(await mine.list()).toMatchObject([{ name, bytes: 5 }]);
    await mine.close();
    await theirs.close();
  });

  it('lets in nobody else', async () => {
    const stranger = NatsCarrier.open(server.url, await generateX25519Identity(), 'aaaaaaaa');
    await expect(stranger).rejects.toMatchObject({ reason: 'refused' });
  });
});

it.skipIf(program === undefined).each([
  ['before anybody is let in', empty],
  ['after the last one was removed', { ...empty, teams: { acme: {} } }],
])('lets in nobody %s', async (_, setup) => {
  const accounts = natsConfiguration(setup, { name: 'n1', host: '127.0.0.1' });
  const server = await NatsServer.start(() => accounts.slice(accounts.indexOf('accounts {')));
  try {
    await expect(NatsCarrier.open(server.url, anna, 'aaaaaaaa')).rejects.toMatchObject({ reason: 'refused' });
  } finally {
    await server.remove();
  }
});
