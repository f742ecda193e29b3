import { join } from 'node:path';
import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import type { SourceUsageEvent } from '../../src/lib/model/usage-event';
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
  const unpriced: number[] = [];
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    await inBrowser(url, async (page) => {
      ours.push(await insert(page, count));
      bytes = (await askWorker(page, 'getStorageState')).databaseBytes;
    });
    await inBrowser(url, async (page) => {
      unpriced.push(await insert(page, count, false));
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
  const prices = {
    name: `The same with prices, compared with models that have none`,
    ours: perSecond(rate),
    peer: `${perSecond(median(unpriced))} (unpriced, here)`,
    // By time, as the prices' cost is meant: above 1 is what they add.
    ratio: median(unpriced) / rate,
    note: 'one after the other in each run',
  };
  if (native === null)
    return [{ name, ours: perSecond(rate), peer: 'native SQLite is not installable here' }, size, prices];
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
    prices,
  ];
}

/** The number of batches that the page gets at once: a million events are too much for one message. */
const batchesAtOnce = 15;

/** Sends batches as the importer does, with at most three in flight. Returns the events per second. */
export async function insert(page: Page, count: number, hasPrices = true): Promise<number> {
  await openPage(page, '/settings');
  await askWorker(page, 'beginImport', { id: 'bench', startedAt: Date.now() });
  let taken = 0;
  for (let from = 0; from < count; from += batchesAtOnce * batchSize)
    taken += await insertSome(page, from, Math.min(count, from + batchesAtOnce * batchSize), hasPrices);
  return count / (taken / 1000);
}

/** As long as before, but in no price table. */
const withoutPrice = (event: SourceUsageEvent): SourceUsageEvent => ({
  ...event,
  provider: 'nobody-s',
  model: event.model?.replace('claude', 'no-llm') ?? null,
});

/** Returns milliseconds. */
function insertSome(page: Page, first: number, end: number, hasPrices: boolean): Promise<number> {
  const packed: string[] = [];
  for (let from = first; from < end; from += batchSize) {
    const known = makeEvents(from, Math.min(batchSize, end - from));
    const events = hasPrices ? known : known.map(withoutPrice);
    const { bytes } = packRecords({ ...emptyRecords(), events }, 'claude-code');
    packed.push(Buffer.from(bytes).toString('base64'));
  }
  return page.evaluate(
    async ({ firstBatch, packed }) => {
      const { databaseWorker } = window as unknown as PageWindow;
      const batches = packed.map((text, index) => {
        const records = [Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))];
        const batch = firstBatch + index;
        return { importId: 'bench', batch, source: 'claude-code', records, createdAt: Date.now() };
      });
      const beganAt = performance.now();
      await new Promise<void>((resolve, reject) => {
        let answered = 0;
        let sent = 0;
        const send = (): void => {
          const batch = batches[sent];
          if (batch === undefined) return;
          databaseWorker.postMessage({
            kind: 'call',
            id: `bench-${batch.batch}`,
            command: 'addUsageEvents',
            args: [batch],
          });
          sent += 1;
        };
        databaseWorker.addEventListener('message', function hear({ data }: MessageEvent<WorkerMessage>) {
          if (data.kind !== 'answer' || !data.id.startsWith('bench-')) return;
          if (!data.answer.ok) reject(new Error(JSON.stringify(data.answer.error)));
          answered += 1;
          if (answered === batches.length) {
            databaseWorker.removeEventListener('message', hear);
            resolve();
          }
          send();
        });
        for (let index = 0; index < 3; index += 1) send();
      });
      return performance.now() - beganAt;
    },
    { firstBatch: first / batchSize, packed },
  );
}
