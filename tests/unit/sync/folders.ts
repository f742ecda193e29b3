import { generateX25519Identity } from 'age-encryption';
import type { Commands } from '../../../src/lib/protocol/commands';
import { openSealed, seal } from '../../../src/lib/safety/sealed';
import { rebuild } from '../../../src/lib/safety/rebuild';
import { schemaVersion } from '../../../src/lib/database/opening/migrations';
import { UntrustedDatabase } from '../../../src/lib/sources/reading/untrusted-database';
import type { Carrier } from '../../../src/lib/sync/carrier';
import { newDevice, type DeviceMemory } from '../../../src/lib/sync/memory';
import { Synchroniser } from '../../../src/lib/sync/synchroniser';
import type { Tools } from '../../../src/lib/sync/tools';
import { openDevice } from '../database/merge/devices';
import { testNow, type TestDatabase } from '../database/open';

/** What a program that replicates folders shows to one device. */
class Folder implements Carrier {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** After so many changes, in the folder or by a step of a merge, the device is killed. */
  killAfter = Number.POSITIVE_INFINITY;
  written = 0;

  list() {
    const files = [...this.files].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      version: `${bytes.length}-${bytes.reduce((sum, byte, index) => (sum * 31 + byte + index) % 4294967291, 7)}`,
    }));
    return Promise.resolve(files);
  }

  read(name: string) {
    return Promise.resolve(this.files.get(name) ?? null);
  }

  write(name: string, bytes: Uint8Array<ArrayBuffer>) {
    this.step(() => this.files.set(name, bytes.slice(0, bytes.length / 2)));
    this.files.set(name, bytes);
    this.written += bytes.length;
    return Promise.resolve();
  }

  remove(name: string) {
    this.step();
    this.files.delete(name);
    return Promise.resolve();
  }

  /** Before each change. @param half what a device that is killed still does */
  step(half: () => void = () => undefined): void {
    this.killAfter -= 1;
    if (this.killAfter >= 0) return;
    half();
    throw new Killed('killed');
  }
}

export class Killed extends Error {}

/** The key of all devices. */
export const identity = await generateX25519Identity();

/** A device with a database, a view of the folder, and what it remembers beside the database. */
export interface Peer {
  test: TestDatabase;
  folder: Folder;
  stored: { memory: DeviceMemory };
  tools: Tools;
  sync: Synchroniser;
  /** As after a crash: only what was stored is left. */
  restart(): void;
}

/** @param options.carrier in place of a view of a folder */
export async function newPeer(
  name: string,
  options: { key?: string; schema?: number; carrier?: Carrier } = {},
): Promise<Peer> {
  const { key = identity, schema = schemaVersion } = options;
  const test = await openDevice();
  const folder = new Folder();
  const stored = { memory: newDevice(name) };
  const tools: Tools = {
    carrier: options.carrier ?? folder,
    database: asynchronous(test.commands, () => folder.step()),
    seal: (header, content) => seal(header, content, key),
    open: (bytes) => openSealed(bytes, key),
    rebuild: async (content) => {
      const source = await UntrustedDatabase.open([content]);
      try {
        const { sqlite3 } = test.database;
        return (await rebuild(sqlite3, source, { timeZone: 'UTC', isSalvage: false })).bytes;
      } finally {
        source.close();
      }
    },
    save: (memory) => {
      stored.memory = structuredClone(memory);
      return Promise.resolve();
    },
    // Few, so that every file is merged in steps.
    recordsAtOnce: 2,
    now: () => testNow,
    schema,
  };
  const peer: Peer = {
    test,
    folder,
    stored,
    tools,
    sync: new Synchroniser(tools, stored.memory),
    restart: () => {
      folder.killAfter = Number.POSITIVE_INFINITY;
      peer.sync = new Synchroniser(tools, structuredClone(stored.memory));
    },
  };
  return peer;
}

/** As the page calls them: an error is a rejection. @param beforeMerge called before each step of a merge */
function asynchronous(commands: Commands, beforeMerge: () => void): Tools['database'] {
  const later = async <Result>(work: () => Result) => Promise.resolve().then(work);
  return {
    getSharedImports: () => later(() => commands.getSharedImports()),
    getTakenBlobs: () => later(() => commands.getTakenBlobs()),
    exportDecisions: () => later(() => commands.exportDecisions()),
    exportRecords: (...args) => later(() => commands.exportRecords(...args)),
    takeInRecords: (...args) =>
      later(() => {
        beforeMerge();
        return commands.takeInRecords(...args);
      }),
    takeInBlob: (...args) =>
      later(() => {
        beforeMerge();
        return commands.takeInBlob(...args);
      }),
    noteBlobs: (...args) => later(() => commands.noteBlobs(...args)),
  };
}

/** Every device sees the files of every other exactly as they are. */
export function replicate(peers: readonly Peer[]): void {
  for (const { folder, stored } of peers) {
    const own = `${stored.memory.device}/`;
    for (const other of peers) {
      if (other.folder === folder) continue;
      for (const name of [...other.folder.files.keys()])
        if (name.startsWith(own) && !folder.files.has(name)) other.folder.files.delete(name);
      for (const [name, bytes] of folder.files) if (name.startsWith(own)) other.folder.files.set(name, bytes);
    }
  }
}

/** Repeats until no device has anything new to write. @returns the number of rounds */
export async function settle(peers: readonly Peer[]): Promise<number> {
  for (let round = 1; round < 20; round += 1) {
    let done = 0;
    replicate(peers);
    for (const { sync } of peers) {
      const { took, wrote } = await sync.run(true);
      done += took + wrote;
    }
    if (done === 0) return round;
  }
  throw new Error('The devices never come to rest.');
}
