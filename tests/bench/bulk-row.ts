import { join } from 'node:path';
import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import { emptyRecords, packRecords } from '../../src/lib/model/source-records';
import { askWorker } from '../e2e/support/ask-worker';
import { inBrowser, openPage } from './browser';
import { cacheFolder } from './cache';
import { batchSize, makeEvents } from './events';
import { median } from './median';
import { findNative } from './native';
import type { BenchOptions } from './options';
import type { Row } from './table';

interface PageWindow {
  databaseWorker: Worker;
}

/**
 * Events per second into an empty database, through the worker of the built site with all its validation, compared
 * with plain inserts of the same rows.
 */
export async function bulkRows(url: string, { scale, runs }: BenchOptions): Promise<Row[]> {
  const count = Math.max(batchSize, Math.round(100_000 * scale));
  const native = await findNative();
  const file = join(cacheFolder, 'bulk.sqlite3');
  const [ours, bound, json]: [number[], number[], number[]] = [[], [], []];
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    await inBrowser(url, async (page) => {
      ours.push(await insert(page, count));
      bytes = (await askWorker(page, 'getStorageState')).databaseBytes;
    });
    if (native === null) continue;
    bound.push(await native.perform<number>({ kind: 'insert', file, count, way: 'bound' }));
    json.push(await native.perform<number>({ kind: 'insert', file, count, way: 'json' }));
  }
  const name = `Bulk inserts, ${count} events in batches of ${batchSize}`;
  const perSecond = (rate: number): string => `${Math.round(rate / 100) / 10}k/s`;
  const rate = median(ours);
  const size = {
    name: `Size of the database after that`,
    ours: `${Math.round(bytes / count)} B an event`,
    peer: '–',
    note: 'all tables, indexes and rollups',
  };
  if (native === null)
    return [{ name, ours: perSecond(rate), peer: 'native SQLite is not installable here' }, size];
  const best = Math.max(median(bound), median(json));
  return [
    {
      name,
      ours: perSecond(rate),
      peer: `${perSecond(best)} (${native.name})`,
      ratio: rate / best,
      note: `native bound ${perSecond(median(bound))}, as JSON ${perSecond(median(json))}`,
    },
    size,
  ];
}

/** Sends batches as the importer does, with at most three in flight. Returns the events per second. */
export async function insert(page: Page, count: number): Promise<number> {
  await openPage(page, '/settings');
  await askWorker(page, 'beginImport', { id: 'bench', startedAt: Date.now() });
  const packed: string[] = [];
  for (let from = 0; from < count; from += batchSize) {
    const events = makeEvents(from, Math.min(batchSize, count - from));
    const { bytes } = packRecords({ ...emptyRecords(), events }, 'claude-code');
    packed.push(Buffer.from(bytes).toString('base64'));
  }
  return page.evaluate(
    async ({ count, packed }) => {
      const { databaseWorker } = window as unknown as PageWindow;
      const batches = packed.map((text, batch) => {
        const records = [Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))];
        return { importId: 'bench', batch, source: 'claude-code', records, createdAt: Date.now() };
      });
      const beganAt = performance.now();
      await new Promise<void>((resolve, reject) => {
        let answered = 0;
        let sent = 0;
        const send = (): void => {
          if (sent === batches.length) return;
          databaseWorker.postMessage({
            kind: 'call',
            id: `bench-${sent}`,
            command: 'addUsageEvents',
            args: [batches[sent]],
          });
          sent += 1;
        };
        databaseWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
          if (data.kind !== 'answer' || !data.id.startsWith('bench-')) return;
          if (!data.answer.ok) reject(new Error(JSON.stringify(data.answer.error)));
          answered += 1;
          if (answered === batches.length) resolve();
          send();
        });
        for (let index = 0; index < 3; index += 1) send();
      });
      return count / ((performance.now() - beganAt) / 1000);
    },
    { count, packed },
  );
}
