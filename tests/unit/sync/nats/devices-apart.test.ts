import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/nats-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import { CarrierProblem, type Carrier } from '../../../../src/lib/sync/carrier';
import { NatsCarrier } from '../../../../src/lib/sync/nats-carrier';
import { connectNats } from '../../../../src/lib/sync/nats-connection';
import { expectLaws } from '../../database/decisions/laws';
import { agreed, live, week } from '../../database/merge/devices';
import { addProject } from '../../database/samples';
import { identity, Killed, newPeer, settle, type Peer } from '../folders';
import { NatsServer, program } from './server';

/**
 * Three devices live through random weeks, as in ../devices-apart.test.ts, but exchange their files through a real NATS server.
 * It is killed, forgets single messages, all of them, or everything since yesterday, and devices are killed while they write.
 */

let server: NatsServer;
beforeAll(async () => {
  if (program !== undefined) server = await NatsServer.start();
});
afterAll(async () => {
  if (program !== undefined) await server.remove();
});

/** A carrier whose device is killed after so many changes. */
class Killable implements Carrier {
  killAfter = Number.POSITIVE_INFINITY;

  constructor(private readonly inner: NatsCarrier) {}

  list = () => this.inner.list();
  read = (name: string) => this.inner.read(name);
  close = () => this.inner.close();
  write = (name: string, bytes: Uint8Array<ArrayBuffer>) => this.#step(() => this.inner.write(name, bytes));
  remove = (name: string) => this.#step(() => this.inner.remove(name));

  async #step(work: () => Promise<void>): Promise<void> {
    this.killAfter -= 1;
    // Killed before the server's answer came.
    if (this.killAfter === -1) await work();
    if (this.killAfter < 0) throw new Killed('killed');
    await work();
  }
}

interface NatsPeer extends Peer {
  carrier: Killable;
}

let vault = 0;
async function peersOf(vaultName: string, names: readonly string[]): Promise<NatsPeer[]> {
  const connect = async () => new Killable(await NatsCarrier.open(server.url, identity, vaultName));
  const peers: NatsPeer[] = [];
  for (const name of names) {
    const carrier = await connect();
    const peer = { ...(await newPeer(name, { carrier })), carrier };
    peers.push(peer);
  }
  return peers;
}

/** After a crash: a new connection, and only what was stored. */
async function restart(peer: NatsPeer, vaultName: string): Promise<void> {
  await peer.carrier.close();
  peer.carrier = new Killable(await NatsCarrier.open(server.url, identity, vaultName));
  peer.tools.carrier = peer.carrier;
  peer.restart();
}

it.skipIf(program === undefined)(
  'devices end up with the same data, whatever the server forgets',
  async () => {
    const weeks = fc.array(fc.tuple(week, week, week), { minLength: 1, maxLength: 2 });
    const random = fc.infiniteStream(fc.nat({ max: 1_000_000 }));
    const yesterday = join(mkdtempSync(join(tmpdir(), 'tokentab-yesterday-')), 'store');
    await fc.assert(
      fc.asyncProperty(weeks, random, async (weeks, random) => {
        const next = (below: number) => (random.next().value as number) % below;
        vault += 1;
        const name = vault.toString(16).padStart(8, '0');
        const peers = await peersOf(name, ['Laptop', 'Desktop', 'Phone']);
        for (const { test } of peers) for (const id of ['own-0', 'own-1']) addProject(test.commands, id);
        await server.kill();
        rmSync(yesterday, { recursive: true, force: true });
        cpSync(server.folder, yesterday, { recursive: true });
        await server.run();
        for (const peer of peers) await restart(peer, name);
        for (const [number, lists] of weeks.entries()) {
          for (const [index, peer] of peers.entries()) {
            live(peer.test, 10 * number + index, lists[index] ?? []);
            if (next(2) === 0) peer.carrier.killAfter = next(6);
            await peer.sync.run(true).catch((error: unknown) => {
              if (!(error instanceof Killed || error instanceof CarrierProblem)) throw error;
            });
            await restart(peer, name);
          }
          const misfortune = next(4);
          if (misfortune === 0) await setBack(yesterday);
          else await forget(name, misfortune, next);
          for (const peer of peers) await restart(peer, name);
        }
        await settle(peers);
        const [first, ...others] = peers.map(({ test }) => agreed(test));
        for (const other of others) expect(other).toEqual(first);
        for (const { test } of peers) expectLaws(test);
        const [newcomer] = await peersOf(name, ['Newcomer']);
        if (!newcomer) throw new Error('There is no newcomer.');
        await settle([...peers, newcomer]);
        expect(agreed(newcomer.test)).toEqual(first);
        for (const { test, carrier } of [...peers, newcomer]) {
          await carrier.close();
          test.database.db.close();
        }
      }),
      { numRuns: rounds(1, 30) },
    );
  },
  3_600_000,
);

/** Restores the copy of the server's disk, as an administrator would after a failure. */
async function setBack(yesterday: string): Promise<void> {
  await server.kill();
  rmSync(join(server.folder, 'jetstream'), { recursive: true, force: true });
  cpSync(yesterday, server.folder, { recursive: true });
  await server.run();
}

/** Deletes all files, or loses and damages some. */
async function forget(name: string, what: number, next: (below: number) => number): Promise<void> {
  const connection = await connectNats(server.url, identity);
  const { streams } = await jetstreamManager(connection);
  const stream = `tt-v-${name}`;
  if (what === 1) await streams.delete(stream);
  else {
    const { state } = await streams.info(stream, { subjects_filter: '>' });
    for (const subject of Object.keys(state.subjects ?? {})) {
      const fate = next(4);
      if (fate === 0) await streams.purge(stream, { filter: subject });
      if (fate !== 1) continue;
      const message = await streams.getMessage(stream, { last_by_subj: subject });
      const about = headers();
      for (const [key, [value = '']] of message?.header ?? []) about.set(key, value);
      const place = next(message?.data.length ?? 1);
      const damaged = message?.data.map((byte, index) => (index === place ? byte ^ 1 : byte));
      await connection.request(subject, damaged, { headers: about, timeout: 10_000 });
    }
  }
  await connection.close();
}
