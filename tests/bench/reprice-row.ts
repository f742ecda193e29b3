import type { BrowserContext, Page } from 'playwright';
import { repriceStart, type RepricePlace, type RepriceStep } from '../../src/lib/model/reprice';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import { askWorker } from '../e2e/support/ask-worker';
import { inBrowser } from './browser';
import { insert } from './insert-events';
import { batchSize } from './events';
import { median } from './median';
import type { BenchOptions } from './options';
import { seconds, type Row } from './table';

const fullSize = 1_000_000;

interface PageWindow {
  databaseWorker: Worker;
}

interface Run {
  taken: number;
  /** Of all the browser's processes: it hardly depends on what else the machine does. */
  processor: number;
  events: number;
  /** How long each question asked meanwhile waited for its answer. */
  waits: number[];
  /** The same before the run, when nothing else was going on. */
  waitsBefore: number[];
}

/**
 * Pricing all stored events again and undoing that, step by step as the page does it, while statistics are asked for all
 * the time. The peer is Tokentab's own bulk insert of the same events, just before and in the same place, so that both
 * meet the same machine. One run, because each takes minutes. All times are milliseconds.
 */
export async function repriceRows(url: string, { scale }: BenchOptions): Promise<Row[]> {
  const events = Math.max(batchSize, Math.round(fullSize * scale));
  const { inserted, repriced, undone } = await inBrowser(url, async (page, context) => {
    const inserted = await withProcessor(context, async () => ({
      taken: (events / (await insert(page, events))) * 1000,
    }));
    await setPrices(page);
    const repriced = await withProcessor(context, () => runSteps(page, 'reprice'));
    return { inserted, repriced, undone: await withProcessor(context, () => runSteps(page, 'undo')) };
  });
  for (const run of [repriced, undone])
    if (run.events !== events) throw new Error(`Only ${run.events} of ${events} events changed.`);
  const row = (name: string, { taken, processor, waits, waitsBefore }: Run): Row => ({
    name: `${name} ${events.toLocaleString('en')} events`,
    ours: seconds(taken),
    peer: `${seconds(inserted.taken)} (bulk insert of the same, here)`,
    ratio: taken / inserted.taken,
    note: `processor time ${seconds(processor)} and ${seconds(inserted.processor)}; of ${waits.length} answers meanwhile ${waits.filter((wait) => wait > 100).length} took over 100 ms, the longest ${Math.round(Math.max(...waits))} ms, the median ${Math.round(median(waits))} ms (${Math.round(median(waitsBefore))} ms without a run)`,
  });
  return [row('Repricing', repriced), row('Undoing the repricing of', undone)];
}

async function setPrices(page: Page): Promise<void> {
  const perToken = { input: 3_100_000, cacheRead: 310_000, cacheWrite5m: 3_850_000, output: 15_100_000 };
  const { models } = await askWorker(page, 'getPriceOverview');
  for (const { model } of models)
    await askWorker(
      page,
      'savePriceChoice',
      model ?? '',
      { kind: 'own', prices: [{ from: null, perToken }] },
      Date.now(),
    );
  await askWorker(page, 'beginReprice', { id: 'bench', models: null, startedAt: Date.now() });
}

async function withProcessor<Result>(
  context: BrowserContext,
  work: () => Promise<Result>,
): Promise<Result & { processor: number }> {
  const before = await processorTime(context);
  const result = await work();
  return { ...result, processor: (await processorTime(context)) - before };
}

async function processorTime(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This Playwright gives a persistent context no browser.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

function runSteps(page: Page, kind: 'reprice' | 'undo'): Promise<Omit<Run, 'processor'>> {
  return page.evaluate(
    async ({ kind, start }) => {
      const { databaseWorker } = window as unknown as PageWindow;
      let calls = 0;
      const ask = <Answer>(command: string, args: unknown[]) =>
        new Promise<Answer>((resolve, reject) => {
          const id = `bench-${kind}-${(calls += 1)}`;
          databaseWorker.addEventListener('message', function hear({ data }: MessageEvent<WorkerMessage>) {
            if (data.kind !== 'answer' || data.id !== id) return;
            databaseWorker.removeEventListener('message', hear);
            if (data.answer.ok) resolve(data.answer.value as Answer);
            else reject(new Error(JSON.stringify(data.answer.error)));
          });
          databaseWorker.postMessage({ kind: 'call', id, command, args });
        });
      const waits: number[] = [];
      const waitsBefore: number[] = [];
      const askInto = async (list: number[]) => {
        const askedAt = performance.now();
        await window.tokentab.getAllUsageStats('2026-10');
        list.push(performance.now() - askedAt);
        await new Promise((resolve) => setTimeout(resolve, 50));
      };
      for (let count = 0; count < 20; count += 1) await askInto(waitsBefore);
      const stop = new AbortController();
      const asking = (async () => {
        do await askInto(waits);
        while (!stop.signal.aborted);
      })();
      const beganAt = performance.now();
      let events = 0;
      if (kind === 'reprice')
        for (let next: RepricePlace | null = start; next !== null;) {
          const step: RepriceStep = await ask('repriceNext', ['bench', next]);
          next = step.next;
          events += step.changed;
        }
      else
        for (let isDone = false; !isDone;) {
          const step: { isDone: boolean; restored: number } = await ask('undoRepriceNext', ['bench']);
          isDone = step.isDone;
          events += step.restored;
        }
      const taken = performance.now() - beganAt;
      stop.abort();
      await asking;
      return { taken, events, waits, waitsBefore };
    },
    { kind, start: repriceStart },
  );
}
