import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import { askWorker } from '../e2e/support/ask-worker';
import { inBrowser, openPage } from './browser';
import { insert } from './bulk-row';
import { findNative } from './native';
import { seededMonth } from './native/seed';
import type { BenchOptions } from './options';
import { placeDatabase, seededDatabase } from './seeded-database';
import { seconds, type Row } from './table';

const fullSize = 1_000_000;

interface PageWindow {
  databaseWorker: Worker;
}

/**
 * Pricing all stored events again, step by step as the page does it, while statistics are asked for all the time. The
 * peer is Tokentab's own bulk insert of as many events. One run, because each takes minutes.
 */
export async function repriceRows(url: string, { scale }: BenchOptions): Promise<Row[]> {
  const events = Math.round(fullSize * scale);
  const name = `Repricing ${events.toLocaleString('en')} events`;
  const native = await findNative();
  if (native === null) return [{ name, ours: 'not measured', peer: 'native SQLite is not installable here' }];
  const file = await seededDatabase(native, events);
  const { taken, changed, waits } = await inBrowser(url, async (page) => {
    await placeDatabase(page, file);
    return reprice(page);
  });
  if (changed !== events) throw new Error(`Only ${changed} of ${events} events got a price.`);
  const inserted = events / (await inBrowser(url, (page) => insert(page, events)));
  const longest = Math.max(...waits);
  const late = waits.filter((wait) => wait > 100).length;
  return [
    {
      name,
      ours: seconds(taken),
      peer: `${seconds(inserted * 1000)} (bulk insert of as many, here)`,
      ratio: taken / (inserted * 1000),
      note: `of ${waits.length} answers meanwhile ${late} took over 100 ms, the longest ${Math.round(longest)} ms`,
    },
  ];
}

/** In milliseconds: how long it took, and how long each question asked meanwhile waited for its answer. */
async function reprice(page: Page): Promise<{ taken: number; changed: number; waits: number[] }> {
  await openPage(page, '/settings');
  const { models } = await askWorker(page, 'getPriceOverview');
  const perToken = { input: 3_000_000, cacheRead: 300_000, cacheWrite5m: 3_750_000, output: 15_000_000 };
  for (const { model } of models) {
    const choice = { kind: 'own', prices: [{ from: null, perToken }] } as const;
    await askWorker(
      page,
      'savePriceChoice',
      model ?? '',
      { ...choice, prices: [...choice.prices] },
      Date.now(),
    );
  }
  await askWorker(page, 'beginReprice', { id: 'bench', models: null, startedAt: Date.now() });
  return page.evaluate(async (month) => {
    const { databaseWorker } = window as unknown as PageWindow;
    let calls = 0;
    const step = (after: number) =>
      new Promise<{ next: number | null; changed: number }>((resolve, reject) => {
        const id = `bench-${(calls += 1)}`;
        databaseWorker.addEventListener('message', function hear({ data }: MessageEvent<WorkerMessage>) {
          if (data.kind !== 'answer' || data.id !== id) return;
          databaseWorker.removeEventListener('message', hear);
          if (data.answer.ok) resolve(data.answer.value as never);
          else reject(new Error(JSON.stringify(data.answer.error)));
        });
        databaseWorker.postMessage({ kind: 'call', id, command: 'repriceNext', args: ['bench', after] });
      });
    const waits: number[] = [];
    const stop = new AbortController();
    const asking = (async () => {
      do {
        const askedAt = performance.now();
        await window.tokentab.getAllUsageStats(month);
        waits.push(performance.now() - askedAt);
        await new Promise((resolve) => setTimeout(resolve, 50));
      } while (!stop.signal.aborted);
    })();
    const beganAt = performance.now();
    let changed = 0;
    for (let next: number | null = 0; next !== null;) {
      const answer: { next: number | null; changed: number } = await step(next);
      next = answer.next;
      changed += answer.changed;
    }
    const taken = performance.now() - beganAt;
    stop.abort();
    await asking;
    return { taken, changed, waits };
  }, seededMonth);
}
