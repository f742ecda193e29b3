import { expect, it } from 'vitest';
import { generateX25519Identity } from 'age-encryption';
import { schemaVersion } from '../../../src/lib/database/opening/migrations';
import { importBatches, sourceEvent, addProject } from '../database/samples';
import { idsOf } from '../database/decisions/contents';
import { agreed } from '../database/merge/devices';
import { testNow } from '../database/open';
import { newPeer, replicate, settle, type Peer } from './folders';

const events = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${name}-${index}`, position: index + 1 }),
  );

function bring({ test }: Peer, name: string, count = 3): void {
  importBatches(test.commands, name, [{ events: events(name, count) }]);
}

const count = ({ test }: Peer) => Number(test.database.db.selectValue('SELECT count(*) FROM event_rows'));

async function two(): Promise<[Peer, Peer]> {
  const peers: [Peer, Peer] = [await newPeer('Laptop'), await newPeer('Desktop')];
  bring(peers[0], 'i-a');
  bring(peers[1], 'i-b');
  await settle(peers);
  expect(peers.map(count)).toEqual([6, 6]);
  return peers;
}

const ownFiles = ({ folder, stored }: Peer) =>
  [...folder.files.keys()].filter((name) => name.startsWith(stored.memory.device));

it('a device without changes writes nothing', async () => {
  const [a] = await two();
  a.folder.written = 0;
  for (let times = 0; times < 3; times += 1)
    expect(await a.sync.run(true)).toMatchObject({ took: 0, wrote: 0, devices: [{ state: 'in-step' }] });
  expect(a.folder.written).toBe(0);
  // Nor after a restart, when it compares everything.
  a.restart();
  await a.sync.run(false);
  expect(a.folder.written).toBe(0);
});

it('a small change writes a few kilobytes, whatever was written before', async () => {
  const [a, b] = await two();
  bring(a, 'large', 20_000);
  await a.sync.run(true);
  expect(a.folder.written).toBeGreaterThan(400_000);
  a.folder.written = 0;
  bring(a, 'small', 1);
  await a.sync.run(true);
  expect(a.folder.written).toBeLessThan(15_000);
  await settle([a, b]);
  expect(count(b)).toBe(20_007);
}, 120_000);

it('many small files become few', async () => {
  const [a, b] = await two();
  for (let number = 0; number < 40; number += 1) {
    bring(a, `often-${number}`, 1);
    await a.sync.run(true);
  }
  expect(ownFiles(a).length).toBeLessThan(20);
  await settle([a, b]);
  expect(count(b)).toBe(46);
}, 120_000);

it('files lost or damaged in the folder are written again by their device', async () => {
  const [a, b] = await two();
  const [one = '', ...more] = ownFiles(a).filter((name) => !name.includes('manifest'));
  a.folder.files.delete(one);
  for (const name of more) a.folder.files.set(name, new Uint8Array(10));
  a.restart();
  await a.sync.run(false);
  const c = await newPeer('Newcomer');
  await settle([a, b, c]);
  expect(agreed(c.test)).toEqual(agreed(b.test));
});

it('lost records are written again, even if a file of decisions of another device names their import', async () => {
  const [a, b] = await two();
  addProject(a.test.commands, 'own');
  const [id = ''] = idsOf(a.test, "SELECT dedupe_key FROM usage_events WHERE import_id = 'i-a'");
  a.test.commands.moveUsageEvent(id, 'own', testNow);
  await settle([a, b]);
  for (const name of ownFiles(a)) if (name.includes('records-')) a.folder.files.delete(name);
  a.restart();
  await settle([a, b]);
  const newcomer = await newPeer('Newcomer');
  await settle([a, b, newcomer]);
  expect(count(newcomer)).toBe(6);
});

it('a device that knows an import only from decisions doesn’t write its records', async () => {
  const [a, b] = [await newPeer('Laptop'), await newPeer('Desktop')];
  bring(a, 'i-a');
  addProject(a.test.commands, 'own');
  const [id = ''] = idsOf(a.test, 'SELECT dedupe_key FROM usage_events');
  a.test.commands.moveUsageEvent(id, 'own', testNow);
  await a.sync.run(true);
  // The larger file is still on its way.
  for (const [name, bytes] of a.folder.files) if (!name.includes('records-')) b.folder.files.set(name, bytes);
  await b.sync.run(true);
  expect(ownFiles(b).filter((name) => name.includes('records-'))).toEqual([]);
  for (const name of ownFiles(a)) if (name.includes('records-')) a.folder.files.delete(name);
  a.restart();
  const newcomer = await newPeer('Newcomer');
  await settle([a, b, newcomer]);
  expect([a, b, newcomer].map(count)).toEqual([3, 3, 3]);
});

it('files of a permanently missing device are written again by the others', async () => {
  const [a, b] = await two();
  for (const name of ownFiles(a)) b.folder.files.delete(name);
  const c = await newPeer('Newcomer');
  await settle([b, c]);
  expect(count(c)).toBe(6);
});

it('a folder restored to yesterday’s state loses nothing', async () => {
  const [a, b] = await two();
  const yesterday = new Map(a.folder.files);
  bring(a, 'today', 5);
  await settle([a, b]);
  for (const { folder } of [a, b]) {
    folder.files.clear();
    for (const [name, bytes] of yesterday) folder.files.set(name, bytes);
  }
  const devices = [a, b].map(({ stored }) => stored.memory.device);
  const c = await newPeer('Newcomer');
  await settle([a, b, c]);
  expect(count(c)).toBe(11);
  expect([a, b].map(({ stored }) => stored.memory.device)).toEqual(devices);
});

it('a restored backup merges again what it lacks, its own files included', async () => {
  const [a, b] = await two();
  const backup = a.test.commands.exportDatabase();
  bring(a, 'later', 4);
  await settle([a, b]);
  a.test.commands.replaceDatabase(backup);
  expect(count(a)).toBe(6);
  await settle([a, b]);
  expect(count(a)).toBe(10);
  expect(agreed(a.test)).toEqual(agreed(b.test));
});

it('a copied browser profile continues as another device, and no name has two writers', async () => {
  const [a, b] = await two();
  const copy = await newPeer('Laptop');
  copy.stored.memory = structuredClone(a.stored.memory);
  copy.test.commands.replaceDatabase(a.test.commands.exportDatabase());
  for (const [name, bytes] of a.folder.files) copy.folder.files.set(name, bytes);
  copy.restart();
  bring(a, 'by-a', 2);
  await a.sync.run(true);
  replicate([a, b]);
  for (const [name, bytes] of a.folder.files) copy.folder.files.set(name, bytes);
  bring(copy, 'by-copy', 3);
  await copy.sync.run(true);
  expect(copy.stored.memory.device).not.toBe(a.stored.memory.device);
  await settle([a, b, copy]);
  expect([a, b, copy].map(count)).toEqual([11, 11, 11]);
});

it('a file under the name of another is refused', async () => {
  const [a, b] = await two();
  bring(a, 'more', 2);
  await a.sync.run(true);
  const records = ownFiles(a).find((name) => name.includes('records')) ?? '';
  b.folder.files.set(
    `${crypto.randomUUID()}/records-${crypto.randomUUID()}.age`,
    a.folder.files.get(records) ?? new Uint8Array(),
  );
  await b.sync.run(false);
  expect(count(b)).toBe(6);
});

it('files encrypted with another key are ignored', async () => {
  const [a] = await two();
  const stranger = await newPeer('Stranger', { key: await generateX25519Identity() });
  bring(stranger, 'theirs');
  await stranger.sync.run(true);
  for (const [name, bytes] of stranger.folder.files) a.folder.files.set(name, bytes);
  const { devices } = await a.sync.run(false);
  expect(devices).toContainEqual(expect.objectContaining({ name: undefined, state: 'behind' }));
  expect(count(a)).toBe(6);
});

it('files of a newer Tokentab wait until this one is updated', async () => {
  const [a, b] = await two();
  a.tools.schema = schemaVersion + 1;
  bring(a, 'newer', 2);
  await a.sync.run(true);
  replicate([a, b]);
  expect((await b.sync.run(false)).devices).toMatchObject([{ name: 'Laptop', state: 'newer' }]);
  expect(count(b)).toBe(6);
  b.tools.schema = schemaVersion + 1;
  b.restart();
  expect((await b.sync.run(false)).devices).toMatchObject([{ state: 'in-step' }]);
  expect(count(b)).toBe(8);
});

it('a device that leaves is marked as left, and its data stays', async () => {
  const [a, b] = await two();
  await a.sync.leave();
  replicate([a, b]);
  expect((await b.sync.run(false)).devices).toMatchObject([{ name: 'Laptop', state: 'left' }]);
  const c = await newPeer('Newcomer');
  for (const [name, bytes] of b.folder.files) c.folder.files.set(name, bytes);
  await c.sync.run(false);
  expect(count(c)).toBe(6);
});

it('an import with more records than fit in a file is written in parts', async () => {
  const a = await newPeer('Laptop');
  bring(a, 'i-a', 50);
  // Its count says how many parts it needs.
  a.test.database.db.exec("UPDATE imports SET duplicates = 350000 WHERE id = 'i-a'");
  await a.sync.run(true);
  expect(a.stored.memory.files.filter(({ content }) => content === null)).toHaveLength(4);
  const b = await newPeer('Desktop');
  await settle([a, b]);
  expect(count(b)).toBe(50);
});

it('a decision reaches the other device, whichever clock is wrong', async () => {
  const [a, b] = await two();
  addProject(a.test.commands, 'p');
  await settle([a, b]);
  b.test.database.db.exec('UPDATE clock SET last = last + 31536000000');
  b.test.commands.updateProject('p', { name: 'A year ahead' }, testNow);
  await settle([a, b]);
  a.test.commands.updateProject('p', { name: 'Afterwards' }, testNow);
  await settle([a, b]);
  expect(b.test.commands.getProjects().map(({ name }) => name)).toContain('Afterwards');
  const anHourBack = testNow - 3_600_000;
  b.tools.now = () => anHourBack;
  b.test.commands.updateProject('p', { name: 'An hour back' }, anHourBack);
  await settle([a, b]);
  expect(a.test.commands.getProjects().map(({ name }) => name)).toContain('An hour back');
});

it('a folder without space keeps what it has, and takes the rest once there is space', async () => {
  const [a, b] = await two();
  const write = a.folder.write.bind(a.folder);
  a.folder.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  bring(a, 'more', 4);
  await expect(a.sync.run(true)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  await expect(settle([b])).resolves.toBe(1);
  expect(count(b)).toBe(6);
  a.folder.write = write;
  a.restart();
  await settle([a, b]);
  expect([a, b].map(count)).toEqual([10, 10]);
});

it('a first pull can be paused and closed after each file, and takes in every file once', async () => {
  const a = await newPeer('Laptop');
  for (let number = 0; number < 8; number += 1) {
    bring(a, `large-${number}`, 10);
    // As if each had its own file, because it is too large to be combined.
    a.test.database.db.exec(`UPDATE imports SET duplicates = 95000 WHERE id = 'large-${number}'`);
  }
  await a.sync.run(true);
  const b = await newPeer('Newcomer');
  replicate([a, b]);
  const merged: string[] = [];
  const seen: string[] = [];
  const { takeInBlob } = b.tools.database;
  b.tools.database.takeInBlob = (name, bytes) => {
    merged.push(name);
    return takeInBlob(name, bytes);
  };
  let isPaused = false;
  b.tools.isPaused = () => isPaused;
  const files = ownFiles(a).length - 1;
  expect(files).toBeGreaterThan(8);
  for (let left = files; left > 0; left -= 1) {
    isPaused = false;
    b.tools.onProgress = (done, total) => {
      seen.push(`${done}/${total}`);
      isPaused = true;
    };
    expect(await b.sync.run(true)).toMatchObject({ took: 1, wrote: 0 });
    b.restart();
  }
  isPaused = false;
  await settle([a, b]);
  expect(merged.filter((name) => name.startsWith(a.stored.memory.device))).toHaveLength(files);
  expect(new Set(merged).size).toBe(merged.length);
  expect(seen.slice(0, files)).toEqual(Array.from({ length: files }, (_, index) => `0/${files - index}`));
  expect(agreed(b.test)).toEqual(agreed(a.test));
});
