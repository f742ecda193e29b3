import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import { NatsCarrier } from '../../../../src/lib/sync/nats-carrier';
import { agreed } from '../../database/merge/devices';
import { importBatches, sourceEvent } from '../../database/samples';
import { identity, newPeer, settle, type Peer } from '../folders';
import { NatsServer, program } from './server';
import { whenReady } from './when-ready';

/** A server whose disk is really full: a small file system in memory, which needs root. */

const disk = mkdtempSync(join(tmpdir(), 'tokentab-disk-'));
const mount = ['-t', 'tmpfs', '-o', 'size=64m', 'tokentab', disk];
const canMount = program !== undefined && spawnSync('mount', mount, { stdio: 'ignore' }).status === 0;
if (!canMount) console.warn('Skipped: a full disk needs root, to mount a small one.');

describe.skipIf(!canMount)('a server whose disk is full', () => {
  let server: NatsServer;
  beforeAll(async () => {
    server = await NatsServer.start(undefined, disk);
  });
  afterAll(async () => {
    await server.remove();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it('loses nothing that devices have, and takes the rest once there is space', async () => {
    let refused = 0;
    for (let round = 0; round < rounds(1, 20); round += 1) {
      const vault = round.toString(16).padStart(8, '0');
      const connect = () => NatsCarrier.open(server.url, identity, vault);
      const peers: Peer[] = [];
      for (const name of ['Laptop', 'Desktop']) peers.push(await newPeer(name, { carrier: await connect() }));
      const [one] = peers;
      if (!one) throw new Error('A device is missing.');
      bring(one, 'before');
      await settle(peers);

      fill(disk);
      bring(one, 'while-full');
      await one.sync.run(true).catch((error: unknown) => {
        refused += 1;
        expect(error).toMatchObject({ name: 'CarrierProblem' });
      });
      rmSync(join(disk, 'filling'));
      // As an administrator who has made space: NATS stays without storage until then.
      await server.kill();
      await server.run();
      for (const peer of peers) {
        await peer.tools.carrier.close?.();
        peer.tools.carrier = await whenReady(connect);
        peer.restart();
      }
      await whenReady(() => settle(peers));
      const newcomer = await newPeer('Newcomer', { carrier: await connect() });
      await settle([...peers, newcomer]);
      for (const peer of [...peers, newcomer]) {
        expect(agreed(peer.test)).toEqual(agreed(one.test));
        await peer.tools.carrier.close?.();
      }
      expect(Number(newcomer.test.database.db.selectValue('SELECT count(*) FROM event_rows'))).toBe(4_000);
      for (const { test } of [...peers, newcomer]) test.database.db.close();
    }
    console.info(`The full server refused ${refused} times.`);
    expect(refused).toBeGreaterThan(0);
  }, 3_600_000);
});

function bring({ test }: Peer, name: string): void {
  const events = Array.from({ length: 2_000 }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${name}-${index}`, position: index + 1 }),
  );
  importBatches(test.commands, name, [{ events }]);
}

/** Until not one byte more fits. */
function fill(folder: string): void {
  const file = join(folder, 'filling');
  for (const size of [1_000_000, 4_096, 1])
    for (;;)
      try {
        writeFileSync(file, new Uint8Array(size), { flag: 'a' });
      } catch {
        break;
      }
}
