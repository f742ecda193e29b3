import type { Page } from 'playwright';
import type { WorkerMessage } from '../../src/lib/protocol/messages';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { begin, isMore, killWithin, openKept, report } from './support/kills';
import { Tally } from './support/rounds';

/** The browser is killed while another database is merged or restored: it is there completely or not at all. */

const total = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

/** Sends a command whose argument or answer is a database's bytes, kept in the cache, where they survive a kill. */
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
  test(`a browser killed during ${name} has added all of a file or nothing @own-browser`, async ({ app }) => {
    test.setTimeout(3_600_000);
    let page = await openKept(app);
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
    for (let round = 0; isMore(round, tally); round += 1) {
      await withBytes(page, 'replaceDatabase', 'here');
      const outcome = begin(withBytes(page, command, 'there'));
      page = await killWithin(app, longest);
      tally.add(outcome());
      expect(await integrity(page)).toEqual({ ok: true, differences: [] });
      const stored = await total(page);
      expect(outcome() === 'after' ? [all] : [here.tokens, all]).toContain(stored);
      // What was cut short can be done again.
      if (stored !== all) await withBytes(page, command, 'there');
      expect(await total(page)).toBe(all);
    }
    report(name, tally);
  });
