import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../budget';
import { expectLaws } from '../database/decisions/laws';
import { agreed, live, week } from '../database/merge/devices';
import { addProject } from '../database/samples';
import { Killed, newPeer, settle, type Peer } from './folders';

/**
 * Three devices live through random weeks. Meanwhile the folder loses, repeats, reorders, cuts off and doubles their files, and
 * devices are killed while they write, and between two steps of a merge. Once the folder shows everybody everything, all of them hold the same, and it is what they
 * would hold if they had taken in each other's whole databases (tests/unit/database/merge/offline-weeks.test.ts).
 */

/** What the folder does to a file of one device on its way to another. */
const fates = [
  'arrives',
  'arrives',
  'stays away',
  'is cut off',
  'is empty',
  'vanishes',
  'is doubled',
  'is old',
] as const;
const random = fc.infiniteStream(fc.nat({ max: 1_000_000 }));

it('devices end up with the same data, whatever the folder does in between', async () => {
  const weeks = fc.array(fc.tuple(week, week, week), { minLength: 1, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(weeks, random, async (weeks, random) => {
      const next = (below: number) => (random.next().value as number) % below;
      const peers = [await newPeer('Laptop'), await newPeer('Desktop'), await newPeer('Tablet')];
      for (const { test } of peers) for (const id of ['own-0', 'own-1']) addProject(test.commands, id);
      const old = new Map<string, Uint8Array<ArrayBuffer>>();
      for (const [number, lists] of weeks.entries()) {
        for (const [index, peer] of peers.entries()) {
          live(peer.test, 10 * number + index, lists[index] ?? []);
          await runAndMaybeDie(peer, next);
        }
        for (let times = 0; times < 3; times += 1) {
          const [from, to] = [peers[next(3)], peers[next(3)]];
          if (from && to) carryBadly(from, to, old, next);
          if (to) await runAndMaybeDie(to, next);
        }
      }
      for (const { folder } of peers) loseSome(folder.files, next);
      await settle(peers);
      const [first, ...others] = peers.map(({ test }) => agreed(test));
      for (const other of others) expect(other).toEqual(first);
      for (const { test } of peers) expectLaws(test);
      const newcomer = await newPeer('Newcomer');
      await settle([...peers, newcomer]);
      expect(agreed(newcomer.test)).toEqual(first);
      for (const { test } of [...peers, newcomer]) test.database.db.close();
    }),
    { numRuns: rounds(2, 60) },
  );
}, 3_600_000);

async function runAndMaybeDie(peer: Peer, next: (below: number) => number): Promise<void> {
  if (next(2) === 0) peer.folder.killAfter = next(12);
  try {
    await peer.sync.run(true);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
  peer.restart();
}

function carryBadly(
  from: Peer,
  to: Peer,
  old: Map<string, Uint8Array<ArrayBuffer>>,
  next: (below: number) => number,
): void {
  for (const [name, bytes] of from.folder.files) {
    if (!name.startsWith(from.stored.memory.device)) continue;
    const fate = fates[next(fates.length)];
    const { files } = to.folder;
    if (fate === 'arrives') files.set(name, bytes);
    else if (fate === 'is cut off') files.set(name, bytes.slice(0, next(bytes.length)));
    else if (fate === 'is empty') files.set(name, new Uint8Array());
    else if (fate === 'vanishes') files.delete(name);
    else if (fate === 'is old') files.set(name, old.get(name) ?? bytes);
    else if (fate === 'is doubled') {
      files.set(name.replace('.age', ' (conflicted copy).age'), bytes);
      files.set(name.replace('.age', '.sync-conflict-20261115-120000-ABCDEFG.age'), bytes);
      files.set(`${to.stored.memory.device}/${name.split('/')[1] ?? ''}`, bytes);
    }
    old.set(name, bytes);
  }
}

/** A disk that forgets what it has taken, also of the device that wrote it. */
function loseSome(files: Map<string, Uint8Array<ArrayBuffer>>, next: (below: number) => number): void {
  for (const [name, bytes] of files) {
    const what = next(5);
    if (what === 0) files.delete(name);
    const place = next(Math.max(1, bytes.length));
    if (what === 1)
      files.set(
        name,
        bytes.map((byte, index) => (index === place ? byte ^ 1 : byte)),
      );
  }
}
