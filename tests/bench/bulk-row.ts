import { join } from 'node:path';
import { askWorker } from '../e2e/support/ask-worker';
import { inBrowser } from './browser';
import { cacheFolder } from './cache';
import { batchSize } from './events';
import { insert } from './insert-events';
import { median } from './median';
import { findNative } from './native';
import type { BenchOptions } from './options';
import type { Row } from './table';

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
