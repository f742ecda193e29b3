import { jetstreamManager } from '@nats-io/jetstream';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NatsCarrier } from '../../../../src/lib/sync/nats-carrier';
import { connectNats } from '../../../../src/lib/sync/nats-connection';
import { manifestOf, newName } from '../../../../src/lib/sync/names';
import { natsUser } from '../../../../src/lib/sync/nats-user';
import { NatsServer, program } from './server';

const identity = await generateX25519Identity();
const device = crypto.randomUUID();

const own: NatsServer[] = [];
/** A server for one test. */
async function ownServer(lines: string): Promise<NatsServer> {
  const server = await NatsServer.start(() => lines);
  own.push(server);
  return server;
}

const open: NatsCarrier[] = [];
async function connect({ url }: NatsServer, vault = 'aaaaaaaa', key = identity): Promise<NatsCarrier> {
  const carrier = await NatsCarrier.open(url, key, vault);
  open.push(carrier);
  return carrier;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((carrier) => carrier.close()));
  await Promise.all(own.splice(0).map((server) => server.remove()));
});

/** Comparing so many bytes with `toEqual` takes minutes. */
const same = (read: Uint8Array | null, written: Uint8Array) =>
  read !== null && Buffer.compare(read, written) === 0;

const random = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 2654435761 + (index >> 7)) % 256);

describe.skipIf(program === undefined)('a carrier over a NATS server', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await NatsServer.start();
  });
  afterAll(() => server.remove());

  it('keeps files of any size, replaces and removes them', async () => {
    const carrier = await connect(server);
    const other = await connect(server);
    const large = newName(device, 'records');
    expect(await carrier.list()).toEqual([]);
    await carrier.write(large, random(1_300_000));
    await carrier.write(manifestOf(device), random(3));
    const listed = await other.list();
    expect(listed.map(({ name, bytes }) => [name, bytes]).sort()).toEqual(
      [
        [manifestOf(device), 3],
        [large, 1_300_000],
      ].sort(),
    );
    expect(same(await other.read(large), random(1_300_000))).toBe(true);
    await carrier.write(manifestOf(device), random(0));
    // Replaced since it was listed: what the list promised is gone.
    expect(await other.read(manifestOf(device))).toBeNull();
    const again = await other.list();
    expect(again.find(({ name }) => name === manifestOf(device))).toMatchObject({ bytes: 0 });
    expect(again.map(({ version }) => version)).not.toEqual(listed.map(({ version }) => version));
    expect(await other.read(manifestOf(device))).toEqual(random(0));
    await carrier.remove(large);
    await carrier.remove(large);
    await carrier.remove(manifestOf(device));
    expect(await other.list()).toEqual([]);
  });

  it('does not show one vault the files of another', async () => {
    const carrier = await connect(server);
    await carrier.write(manifestOf(device), random(3));
    expect(await (await connect(server, 'bbbbbbbb')).list()).toEqual([]);
    await carrier.remove(manifestOf(device));
  });

  it('lists a file as smaller while parts of it are missing, and does not read it', async () => {
    const carrier = await connect(server);
    const name = newName(device, 'records');
    const connection = await connectNats(server.url, identity);
    await carrier.write(name, random(1_300_000));
    await carrier.list();
    for (const part of [0, 1, 2]) {
      await carrier.write(name, random(1_300_000));
      await (
        await jetstreamManager(connection)
      ).streams.purge('tt-v-aaaaaaaa', {
        filter: `tt.v.aaaaaaaa.${name.replace('/', '.').replace('.age', '')}.${part}`,
      });
      const [listed] = await carrier.list();
      expect(listed?.bytes).toBeLessThan(1_300_000);
      expect(await carrier.read(name)).toBeNull();
    }
    await connection.close();
    await carrier.remove(name);
    expect(await carrier.list()).toEqual([]);
  });

  it('is gone while the server is down, and continues with the same connection when it is back', async () => {
    const carrier = await connect(server);
    await carrier.write(manifestOf(device), random(3));
    await server.kill();
    await expect(carrier.list()).rejects.toMatchObject({ reason: 'gone' });
    await expect(connect(server)).rejects.toMatchObject({ reason: 'gone' });
    await server.run();
    await expect.poll(() => carrier.list().catch(() => []), { timeout: 60_000 }).toHaveLength(1);
    await carrier.remove(manifestOf(device));
  });
});

it.skipIf(program === undefined)('says that the server is full', async () => {
  const server = await ownServer(
    'accounts { one { jetstream { max_store: 2MB, max_mem: 1MB }, users: [{ user: u, password: p }] } }\nno_auth_user: u',
  );
  const carrier = await connect(server);
  const first = newName(device, 'records');
  await carrier.write(first, random(1_500_000));
  await expect(carrier.write(newName(device, 'records'), random(1_500_000))).rejects.toMatchObject({
    reason: 'full',
  });
  // What was there is still there.
  await carrier.list();
  expect(same(await carrier.read(first), random(1_500_000))).toBe(true);
});

it.skipIf(program === undefined)('lets in only devices whose key the server knows', async () => {
  const { name } = await natsUser(identity);
  expect(name).toMatch(/^U[A-Z2-7]{55}$/);
  const server = await ownServer(`accounts { anna { jetstream: enabled, users: [{ nkey: ${name} }] } }`);
  await (await connect(server)).write(manifestOf(device), random(3));
  const stranger = await generateX25519Identity();
  await expect(connect(server, 'aaaaaaaa', stranger)).rejects.toMatchObject({ reason: 'refused' });
});

it.skipIf(program === undefined)(
  'waits for its turn where the server takes no more connections',
  async () => {
    const server = await ownServer('max_connections: 1');
    const first = await connect(server);
    await first.write(manifestOf(device), random(3));
    await expect(connect(server)).rejects.toMatchObject({ reason: 'gone' });
    expect(await first.list()).toHaveLength(1);
    await first.close();
    await expect
      .poll(async () => (await connect(server)).list().catch(() => []), { timeout: 60_000 })
      .toHaveLength(1);
  },
);
