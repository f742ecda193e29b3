import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import { expect, test } from '../e2e/support/app';
import { keepWorker } from '../e2e/support/ask-worker';
import { importTexts } from '../e2e/support/imports';
import type { App } from '../e2e/support/running-app';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { rounds, Tally } from './support/rounds';

/** The whole browser is killed while another database comes in: it is there completely or not at all. */

async function openTab(page: Page): Promise<Page> {
  await page.goto('/');
  await page.evaluate(() => window.tokentab.ready);
  return page;
}

const total = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

/** Sends a command whose argument, or answer, are the bytes of a database that lie in the cache, where a kill leaves them. */
function withBytes(page: Page, command: string, name: string): Promise<number> {
  return page.evaluate(
    async ({ command, name }) => {
      const { databaseWorker } = window as unknown as { databaseWorker: Worker };
      const cache = await caches.open('faults');
      const kept = await cache.match(`/${name}`);
      const args = command === 'exportDatabase' ? [] : [new Uint8Array((await kept?.arrayBuffer()) ?? [])];
      const id = crypto.randomUUID();
      const start = performance.now();
      const answer = await new Promise<unknown>((resolve, reject) => {
        databaseWorker.addEventListener('message', function hear({ data }: MessageEvent<WorkerMessage>) {
          if (data.kind !== 'answer' || data.id !== id) return;
          databaseWorker.removeEventListener('message', hear);
          if (data.answer.ok) resolve(data.answer.value);
          else reject(new Error(JSON.stringify(data.answer.error)));
        });
        databaseWorker.postMessage({ kind: 'call', id, command, args });
      });
      if (command === 'exportDatabase')
        await cache.put(`/${name}`, new Response(answer as Uint8Array<ArrayBuffer>));
      return performance.now() - start;
    },
    { command, name },
  );
}

for (const [name, command] of [
  ['merges', 'mergeDatabase'],
  ['restores', 'replaceDatabase'],
] as const)
  test(`a browser that is killed during ${name} has taken in all of a file or nothing @own-browser`, async ({
    app,
  }) => {
    test.setTimeout(3_600_000);
    await keepWorker(app.context);
    let page = await openTab(app.page);
    const [here, there] = [bigLog('here', 5), bigLog('there', 30)];
    await importTexts(page, here.files);
    await withBytes(page, 'exportDatabase', 'here');
    await importTexts(page, there.files);
    await withBytes(page, 'exportDatabase', 'there');
    const all = here.tokens + there.tokens;
    await withBytes(page, 'replaceDatabase', 'here');
    const longest = await withBytes(page, command, 'there');
    expect(await total(page)).toBe(all);

    const tally = new Tally();
    for (let round = 0; round < rounds(6) || (tally.of('inside') === 0 && round < 40); round += 1) {
      await withBytes(page, 'replaceDatabase', 'here');
      let isAnswered = false;
      withBytes(page, command, 'there').then(
        () => (isAnswered = true),
        // It ends with the browser.
        () => undefined,
      );
      page = await killAndOpen(app, longest);
      tally.add(isAnswered ? 'after' : 'inside');
      expect(await integrity(page)).toEqual({ ok: true, differences: [] });
      const stored = await total(page);
      expect(isAnswered ? [all] : [here.tokens, all]).toContain(stored);
      // What was cut short can be done again.
      if (stored !== all) await withBytes(page, command, 'there');
      expect(await total(page)).toBe(all);
    }
    console.info(`kills during ${name}: ${String(tally)}`);
    expect(tally.of('inside')).toBeGreaterThan(0);
  });

async function killAndOpen(app: App, longest: number): Promise<Page> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
  const page = await app.crash();
  await keepWorker(app.context);
  return openTab(page);
}
