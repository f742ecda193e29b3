import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import type { SourceUsageEvent } from '../../src/lib/model/usage-event';
import { emptyRecords, packRecords } from '../../src/lib/model/source-records';
import { askWorker } from '../e2e/support/ask-worker';
import { openPage } from './browser';
import { batchSize, makeEvents } from './events';

interface PageWindow {
  databaseWorker: Worker;
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
