import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CarriedFile } from '../../../../src/lib/sync/carrier';
import { NatsCarrier } from '../../../../src/lib/sync/nats-carrier';
import { newName } from '../../../../src/lib/sync/names';
import { rounds } from '../../../budget';
import { NatsServer, program } from './server';
import { whenReady } from './when-ready';

const identity = await generateX25519Identity();
const device = crypto.randomUUID();

describe.skipIf(program === undefined)('three servers', () => {
  let servers: NatsServer[] = [];
  beforeAll(async () => {
    servers = await NatsServer.startAll(3);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.remove()));
  });

  it('lose nothing when one of them, and then all of them, are killed', async () => {
    const [one, two, three] = servers;
    if (!one || !two || !three) throw new Error('A server is missing.');
    const connect = (server: NatsServer) => NatsCarrier.open(server.url, identity, 'aaaaaaaa');
    const names: string[] = [];
    const write = async (carrier: NatsCarrier, count: number) => {
      for (let number = 0; number < count; number += 1) {
        const name = newName(device, 'records');
        await whenReady(() => carrier.write(name, new Uint8Array(600_000).fill(names.length)));
        names.push(name);
      }
    };
    const first = await connect(one);
    await whenReady(() => first.list());
    await write(first, 5);

    for (let round = 0; round < rounds(1, 5); round += 1) {
      // The stream's leader is one of the three, so each dies in turn.
      for (const [killed, other] of [
        [one, two],
        [two, three],
        [three, one],
      ] as const) {
        await killed.kill();
        const carrier = await connect(other);
        await write(carrier, 2);
        await killed.run();
        await killed.isCurrent();
        await carrier.close();
      }
      await Promise.all(servers.map((server) => server.kill()));
      await Promise.all(servers.map((server) => server.run()));
      await Promise.all(servers.map((server) => server.isCurrent()));
    }
    const after = await connect(two);
    const listed: CarriedFile[] = await whenReady(() => after.list());
    expect(listed.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const [index, name] of names.entries()) {
      const read = await after.read(name);
      expect([read?.length, read?.[0], read?.at(-1)]).toEqual([600_000, index, index]);
    }
    await after.close();
    await first.close();
  }, 1_800_000);
});
