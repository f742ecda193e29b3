import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rounds } from '../../../budget';
import { FolderCarrier } from '../../../../src/lib/sync/folder-carrier';
import { manifestOf } from '../../../../src/lib/sync/names';
import { agreed, live, week } from '../../database/merge/devices';
import { addProject, importBatches, sourceEvent } from '../../database/samples';
import { testNow } from '../../database/open';
import { newPeer, type Peer } from '../folders';
import { nodeDirectory } from '../node-directory';
import { program, Syncthing } from './syncthing';

/**
 * Two devices live through random weeks, each with a folder of its own that a real Syncthing replicates to the other's.
 * One Syncthing or both are killed while files are on their way, and what such programs leave behind lies about.
 */

let instances: Syncthing[] = [];
beforeAll(async () => {
  if (program !== undefined) instances = await Syncthing.startAll(2);
});
afterAll(async () => {
  await Promise.all(instances.map((each) => each.remove()));
});

const vault = 'aaaaaaaa';
/** In milliseconds. */
const patience = 180_000;
const newDevice = (name: string, { folder }: Syncthing) =>
  newPeer(name, { carrier: new FolderCarrier(nodeDirectory(folder), vault) });

it.skipIf(program === undefined)(
  'devices end up with the same data through Syncthing, however often it is killed',
  async () => {
    const [one, two] = instances;
    if (!one || !two) throw new Error('An instance is missing.');
    const devices = [
      { peer: await newDevice('Laptop', one), syncthing: one },
      { peer: await newDevice('Desktop', two), syncthing: two },
    ];
    for (const { peer } of devices) for (const id of ['own-0', 'own-1']) addProject(peer.test.commands, id);
    const count = rounds(2, 30);
    const weeks = fc.sample(week, 2);
    const next = (below: number) => fc.sample(fc.nat({ max: below - 1 }), 1)[0] ?? 0;
    const kills = { inside: 0, between: 0 };

    for (let round = 0; round < count; round += 1) {
      for (const [index, { peer, syncthing }] of devices.entries()) {
        // Only at first, because deciding about many events takes long.
        if (round === 0) live(peer.test, index, weeks[index] ?? []);
        decide(peer, round, next);
        bringMuch(peer, `${round}-${index}`);
        await peer.sync.run(true);
        await syncthing.scan();
      }
      const isHit = (index: number) => round % 3 === 2 || round % 3 === index;
      const hit = devices.filter((_, index) => isHit(index));
      const isOnItsWay = await comes(() => arriving(devices.map(({ syncthing }) => syncthing)));
      await Promise.all(hit.map(({ syncthing }) => syncthing.kill()));
      kills[isOnItsWay ? 'inside' : 'between'] += hit.length;
      for (const [index, { syncthing }] of devices.entries()) {
        leaveBehind(syncthing.folder, next);
        if (isHit(index)) spoil(syncthing.folder, devices[1 - index]?.peer.stored.memory.device ?? '');
      }
      for (const { peer } of devices) {
        if (next(2) === 0) decide(peer, round, next);
        if (next(4) > 0) await peer.sync.run(true);
        if (next(2) === 0) peer.restart();
      }
      await Promise.all(hit.map(({ syncthing }) => syncthing.run()));
    }

    await settle(devices);
    const [first, second] = devices.map(({ peer }) => agreed(peer.test));
    expect(second).toEqual(first);
    for (const { peer } of devices)
      expect(peer.test.commands.checkIntegrity()).toEqual({ ok: true, differences: [] });
    const newcomer = await newDevice('Newcomer', two);
    await newcomer.sync.run(true);
    expect(agreed(newcomer.test)).toEqual(first);
    const conflicts = filesIn(one.folder).filter((name) => /sync-conflict(?!.*ABCDEFG)/.test(name)).length;
    console.info(
      `Syncthing was killed ${kills.inside} times while files came and ${kills.between} times otherwise, and left ${conflicts} conflicts.`,
    );
    expect(kills.inside).toBeGreaterThan(0);
  },
  3_600_000,
);

/** So much that it takes Syncthing a while. */
function bringMuch({ test }: Peer, name: string): void {
  const events = Array.from({ length: 5_000 }, (_, index) =>
    sourceEvent({ dedupeKey: `test:much-${name}-${index}`, position: index + 1 }),
  );
  importBatches(test.commands, `much-${name}`, [{ events }]);
}

function decide({ test: { commands } }: Peer, round: number, next: (below: number) => number): void {
  commands.updateProject('own-0', { name: `Name ${next(100)}` }, testNow + round);
  commands.updateProject('own-1', { clientName: `Client ${next(100)}` }, testNow + round);
  const imports = commands.getSharedImports().filter(({ id }) => id.startsWith('much-'));
  const old = imports[next(Math.max(1, imports.length))];
  if (old && next(3) === 0) commands.undoImport(old.id, testNow + round);
}

/** Whether some file has come in part. */
async function arriving(instances: readonly Syncthing[]): Promise<boolean> {
  const missing = await Promise.all(instances.map((each) => each.missingBytes()));
  return (
    missing.some((bytes) => bytes > 0) &&
    instances.some(({ folder }) => filesIn(folder).some((name) => /\.syncthing\..*\.tmp$/.test(name)))
  );
}

/** Waits until something is so; false if it isn't soon. */
async function comes(condition: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    if (await condition()) return true;
    await setTimeout(5);
  }
  return false;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return existsSync(path) && statSync(path).isFile();
  });
}

/** What Syncthing, browsers and people leave in such a folder, with real content or half of it. */
function leaveBehind(folder: string, next: (below: number) => number): void {
  const files = filesIn(folder).filter((name) => name.endsWith('.age'));
  const name = files[next(Math.max(1, files.length))];
  if (name === undefined) return;
  const path = join(folder, name);
  const [place, file] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
  copyFileSync(path, join(place, file.replace('.age', '.sync-conflict-20261130-120000-ABCDEFG.age')));
  const half = readFileSync(path);
  writeFileSync(join(place, `.syncthing.${file}.tmp`), half.subarray(0, half.length / 2));
  writeFileSync(join(place, `${file}.crswap`), '');
}

/** Changes a file of the other device, as nobody should, so that both sides have changed it. */
function spoil(folder: string, device: string): void {
  const path = join(folder, `Tokentab ${vault}`, manifestOf(device));
  if (existsSync(path)) writeFileSync(path, 'spoilt');
}

/** What devices read; the rest differs, as Syncthing never copies its own temporary files. */
const contentsOf = ({ folder }: Syncthing) =>
  Object.fromEntries(
    filesIn(folder)
      .filter((name) => name.endsWith('.age') && !name.includes('.tmp'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64').slice(0, 400)]),
  );

/** Until both folders are equal and no device has anything to say any more. */
async function settle(devices: readonly { peer: Peer; syncthing: Syncthing }[]): Promise<void> {
  const [one, two] = devices.map(({ syncthing }) => syncthing);
  if (!one || !two) return;
  for (let round = 0; round < 20; round += 1) {
    await Promise.all([one.scan(), two.scan()]);
    await expect
      .poll(() => Object.entries(contentsOf(one)), { timeout: patience, interval: 200 })
      .toSatisfy((files) => JSON.stringify(files) === JSON.stringify(Object.entries(contentsOf(two))));
    let done = 0;
    for (const { peer } of devices) {
      const { took, wrote } = await peer.sync.run(true);
      done += took + wrote;
    }
    if (done === 0) return;
  }
  throw new Error('The devices never come to rest.');
}
