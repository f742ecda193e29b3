import { expect, it } from 'vitest';
import { changesOf, writes } from '../../../src/lib/database/commands';
import { CallQueue } from '../../../src/lib/database/leadership/call-queue';
import { Leader } from '../../../src/lib/database/leadership/leader';
import type { Command, Commands } from '../../../src/lib/protocol/commands';
import type { Tools } from '../../../src/lib/sync/tools';
import { agreed } from '../database/merge/devices';
import { importBatches, sourceEvent } from '../database/samples';
import { testNow } from '../database/open';
import { newPeer, replicate, type Peer } from './folders';

const records = 1000;
const atOnce = 50;

/** Calls the database as the pages of a browser do: through the queue of the tab that has it open. */
function throughQueue({ test: { commands } }: Peer) {
  const queue = new CallQueue();
  const leader = new Leader(
    {
      ...{ commands, changesOf, writes },
      isStillThere: () => Promise.resolve(true),
      noteStored: () => Promise.resolve(),
      close: () => undefined,
    },
    'epoch',
  );
  const call = <Name extends Command>(command: Name, ...args: Parameters<Commands[Name]>) =>
    new Promise<ReturnType<Commands[Name]>>((resolve, reject) => {
      const id = crypto.randomUUID();
      queue.add(id, () => {
        const { answer } = leader.run({ id, command, args });
        if (answer.ok) resolve(answer.value as ReturnType<Commands[Name]>);
        else reject(new Error(JSON.stringify(answer.error)));
      });
    });
  const database: Tools['database'] = {
    getSharedImports: () => call('getSharedImports'),
    getTakenBlobs: () => call('getTakenBlobs'),
    exportDecisions: () => call('exportDecisions'),
    exportRecords: (...args) => call('exportRecords', ...args),
    takeInRecords: (...args) => call('takeInRecords', ...args),
    takeInBlob: (...args) => call('takeInBlob', ...args),
    noteBlobs: (...args) => call('noteBlobs', ...args),
  };
  return { call, database, close: () => queue.close() };
}

async function sharing(): Promise<Peer> {
  const peer = await newPeer('Laptop');
  const events = Array.from({ length: records }, (_, index) =>
    sourceEvent({ dedupeKey: `test:${index}`, position: index + 1, occurredAt: testNow - index * 60_000 }),
  );
  importBatches(peer.test.commands, 'i-a', [{ events }]);
  await peer.sync.run(true);
  return peer;
}

it('the database answers after each step of a merge', async () => {
  const [a, b] = [await sharing(), await newPeer('Desktop')];
  replicate([a, b]);
  const { call, database, close } = throughQueue(b);
  Object.assign(b.tools, { database, recordsAtOnce: atOnce });
  let isMerged = false;
  const seen: number[] = [];
  const ask = async (): Promise<void> => {
    while (!isMerged) seen.push((await call('getStoredContents')).events);
  };
  const asking = ask();
  await b.sync.run(true);
  isMerged = true;
  await asking;
  close();
  const steps = seen.map((events, index) => events - (seen[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(atOnce + 1);
  expect(seen.at(-1)).toBe(records);
  expect(agreed(b.test)).toEqual(agreed(a.test));
});

it('a database that is replaced between two steps still takes in the whole file', async () => {
  const [a, b] = [await sharing(), await newPeer('Desktop')];
  replicate([a, b]);
  b.tools.recordsAtOnce = atOnce;
  const { takeInRecords } = b.tools.database;
  const empty = b.test.commands.exportDatabase();
  let steps = 0;
  b.tools.database.takeInRecords = (...args) => {
    steps += 1;
    if (steps === 10) b.test.commands.replaceDatabase(empty);
    return takeInRecords(...args);
  };
  await b.sync.run(true);
  expect(steps).toBe(Math.floor(records / (atOnce + 1)) + 1);
  expect(agreed(b.test)).toEqual(agreed(a.test));
});
