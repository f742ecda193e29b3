import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import { serve } from '../../scripts/serve.mjs';
import { askWorker, keepWorker } from '../e2e/support/ask-worker';
import { panel } from '../e2e/support/devices';
import { bytesIn } from '../e2e/support/folder-size';
import { OwnBrowser } from '../e2e/support/own-browser';
import { allowFolder, pickByDropping, pickFolder } from '../e2e/support/real-folder';
import { CountingProxy } from '../unit/sync/nats/counting-proxy';
import { NatsServer } from '../unit/sync/nats/server';
import { record } from '../e2e/support/record';
import { openPage } from './browser';
import { insert } from './insert-events';
import { cacheFolder } from './cache';
import { batchSize } from './events';
import { jsonRowsOverNats } from './json-rows-over-nats';
import type { BenchOptions } from './options';
import { seconds, type Row } from './table';

/** In milliseconds. */
const patience = { timeout: 3_000_000 };

interface Shared {
  /** What lies in the folder or the server's store, in bytes. */
  stored: number;
  /** What the second device receives, in bytes. */
  received: number;
  /** How long the second device takes, in milliseconds. */
  pulled: number;
  /** What one more event writes, in bytes. */
  oneMore: number;
  /** Of the database file, in bytes. */
  database: number;
}

/**
 * What a million events take on the way between two devices, through a real folder and a real NATS server. The peers are
 * the naive ways: a message of JSON per event, and the whole database file each time.
 */
export async function syncRows(_: string, { scale }: BenchOptions): Promise<Row[]> {
  const count = Math.max(batchSize, Math.round(1_000_000 * scale));
  const [folder, server] = [await throughFolder(count), await throughServer(count)];
  const json = await jsonRowsOverNats(Math.min(count, 100_000));
  const perMillion = (bytes: number) => (bytes / count) * 1_000_000;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const row = (name: string, ours: number, peer: number, note?: string): Row => ({
    name: `A million events ${name}`,
    ours: megabytes(perMillion(ours)),
    peer: `${megabytes(peer)} (a JSON message each)`,
    ratio: perMillion(ours) / peer,
    ...(note !== undefined && { note }),
  });
  const first = (name: string, { pulled, oneMore, database }: Shared): Row => ({
    name: `One more event, ${name}`,
    ours: `${(oneMore / 1000).toFixed(1)} KB written`,
    peer: `${megabytes(database)} (the whole file)`,
    ratio: oneMore / database,
    note: `the first pull of ${count.toLocaleString('en')} took ${seconds(pulled)}`,
  });
  return [
    row('in a folder', folder.stored, json.stored, 'what Syncthing sends, too'),
    row('over NATS, on the wire', server.received, json.sent, 'what the second device receives'),
    row('over NATS, on disk', server.stored, json.stored),
    first('folder', folder),
    first('NATS', server),
  ];
}

async function throughFolder(count: number): Promise<Shared> {
  const folder = await mkdtemp(join(cacheFolder, 'shared-'));
  const site = await serve({ port: 0, directory: 'build' });
  const meet = async (page: Page) => {
    await panel(page).getByRole('button', { name: 'Choose a folder…' }).click();
    await pickFolder(page, folder);
  };
  const stored = () => bytesIn(folder);
  const written = async (work: () => Promise<void>) => {
    const since = Date.now();
    await work();
    return whenStill(() => bytesIn(folder, since));
  };
  const urls = { first: site.url, second: site.url };
  const shared = await share({ urls, folder, meet, stored, received: () => 0, written }, count);
  await site.close();
  await rm(folder, { recursive: true });
  return shared;
}

async function throughServer(count: number): Promise<Shared> {
  const server = await NatsServer.start();
  const first = await siteBefore(server);
  const second = await siteBefore(server);
  const meet = (page: Page) => panel(page).getByRole('button', { name: 'Use this site’s server' }).click();
  const stored = () => bytesIn(join(server.folder, 'jetstream'));
  const written = async (work: () => Promise<void>) => {
    const before = first.proxy.sent;
    await work();
    return whenStill(() => first.proxy.sent - before);
  };
  const urls = { first: first.site.url, second: second.site.url };
  const received = () => second.proxy.received;
  const shared = await share({ urls, meet, stored, received, written }, count);
  for (const { site, proxy } of [first, second]) {
    await site.close();
    await proxy.close();
  }
  await server.remove();
  return shared;
}

/** The built site for one device, so that its bytes are counted alone. */
async function siteBefore(server: NatsServer) {
  const proxy = await CountingProxy.before(server.ports.websocket);
  const sync = { host: '127.0.0.1', port: proxy.port };
  return { proxy, site: await serve({ port: 0, directory: 'build', sync }) };
}

/** Waits until something was written, and nothing more for a while. */
async function whenStill(written: () => number): Promise<number> {
  for (let last = 0; ;) {
    await setTimeout(5000);
    const bytes = written();
    if (bytes > 0 && bytes === last) return bytes;
    last = bytes;
  }
}

interface Place {
  /** Of the site, for each device. */
  urls: { first: string; second: string };
  folder?: string;
  meet: (page: Page) => Promise<void>;
  stored: () => number;
  /** By the second device, over the wire. */
  received: () => number;
  /** The bytes that the first device writes meanwhile. */
  written: (work: () => Promise<void>) => Promise<number>;
}

async function share(place: Place, count: number): Promise<Shared> {
  const { urls, folder } = place;
  return asDevice(urls.first, folder, async (here) => {
    await insert(here, count);
    await finish(here);
    const { databaseBytes: database } = await askWorker(here, 'getStorageState');
    await openPage(here, '/settings');
    await place.meet(here);
    await panel(here).getByLabel('Name of this device').fill('Laptop');
    await panel(here).getByRole('button', { name: 'Start on this device' }).click();
    await panel(here).getByText('No other device takes part yet.').waitFor(patience);
    const key = (await panel(here).getByText('AGE-SECRET-KEY-1').textContent()) ?? '';
    const stored = place.stored();
    const pulled = await asDevice(urls.second, folder, async (there) => {
      await openPage(there, '/settings');
      await place.meet(there);
      await panel(there).getByLabel('Name of this device').fill('Desktop');
      await panel(there).getByLabel('Key', { exact: true }).fill(key);
      const beganAt = performance.now();
      await panel(there).getByRole('button', { name: 'Join' }).click();
      await panel(there)
        .getByRole('row', { name: /^Laptop.*In sync/ })
        .waitFor(patience);
      return performance.now() - beganAt;
    });
    const received = place.received();
    const oneMore = await place.written(async () => {
      await record(here, [{ project: 'One more', at: '2026-10-05T12:00:00Z', tokens: 1 }]);
      await panel(here).getByRole('button', { name: 'Compare now' }).click();
    });
    return { stored, received, pulled, oneMore, database };
  });
}

async function asDevice<Result>(
  url: string,
  folder: string | undefined,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const preferences = folder === undefined ? {} : allowFolder(url, folder);
  const own = await OwnBrowser.create({ browserArgs: [], ignoreDefaultArgs: [], preferences });
  const context = await own.newContext({ baseURL: url, locale: 'en-US', timezoneId: 'UTC' });
  try {
    await keepWorker(context);
    await pickByDropping(context);
    return await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    await own.remove();
  }
}

const finish = (page: Page) =>
  askWorker(page, 'finishImport', {
    id: 'bench',
    finishedAt: Date.now(),
    wasCancelled: false,
    source: 'claude-code',
    files: 1,
    filesSkipped: 0,
    problems: [],
  });
