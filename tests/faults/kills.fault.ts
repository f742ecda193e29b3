import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { askWorker } from '../e2e/support/ask-worker';
import { importTexts } from '../e2e/support/imports';
import type { App } from '../e2e/support/running-app';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { begin, isMore, killWithin, openKept, openTab, report } from './support/kills';
import { Tally } from './support/rounds';

/**
 * The whole browser is killed at random moments while it writes. Nothing that was acknowledged may be missing, the
 * rollups must match, and the interrupted work must be complete, absent or able to go on.
 */

const inMonth = (month: string) => (page: Page) =>
  page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
const september = inMonth('2026-09');
const october = inMonth('2026-10');
const november = inMonth('2026-11');

/** Records one event after another in a second tab; the returned list grows with each that is acknowledged. */
async function acknowledgedIn(app: App, projectId: string): Promise<string[]> {
  const acknowledged: string[] = [];
  const tab = await app.context.newPage();
  await tab.exposeFunction('acknowledge', (id: string) => void acknowledged.push(id));
  await openTab(tab);
  tab
    .evaluate(async (projectId) => {
      for (;;) {
        const id = await window.tokentab.recordUsageEvent({
          projectId,
          eventType: 'chat',
          llmMode: 'cloud',
          promptTokens: 7,
          completionTokens: 3,
          occurredAt: '2026-11-05T12:00:00Z',
        });
        await (window as unknown as { acknowledge(id: string): Promise<void> }).acknowledge(id);
      }
    }, projectId)
    // It ends with the browser.
    .catch(() => undefined);
  return acknowledged;
}

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test('a browser killed during imports keeps acknowledged batches, and importing again completes them @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  let page = await openTab(app.page);
  const projectId = await page.evaluate(
    async () => (await window.tokentab.createProject({ name: 'Manual' })).id,
  );
  const first = bigLog('first', 30);
  const longest = await duration(() => importTexts(page, first.files));
  const tally = new Tally();
  let tokens = first.tokens;
  let recorded = 0;
  for (let round = 0; isMore(round, tally); round += 1) {
    const log = bigLog(`round-${round}`, 30);
    const acknowledged = await acknowledgedIn(app, projectId);
    begin(importTexts(page, log.files));
    // The files are handed to the page first.
    await new Promise((resolve) => setTimeout(resolve, longest * 0.3));
    page = await killWithin(app, longest);
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    const { eventCount } = await november(page);
    expect(eventCount).toBeGreaterThanOrEqual(recorded + acknowledged.length);
    recorded = eventCount;
    const stored = (await october(page)).totalTokens - tokens;
    tally.add(stored === 0 ? 'before' : stored === log.tokens ? 'after' : 'inside');
    await importTexts(page, log.files);
    tokens += log.tokens;
    expect((await october(page)).totalTokens).toBe(tokens);
  }
  report('imports', tally);
});

test('a browser killed while re-dating has re-dated everything or nothing @own-browser', async ({ app }) => {
  test.setTimeout(3_600_000);
  const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'] as const;
  let page = await openKept(app);
  const log = bigLog('kept', 40);
  await importTexts(page, log.files);
  const longest = await duration(() => askWorker(page, 'updateTimeZone', zones[1], Date.now()));
  const tally = new Tally();
  for (let round = 0; isMore(round, tally); round += 1) {
    const zone = zones[round % 2] ?? zones[0];
    const outcome = begin(askWorker(page, 'updateTimeZone', zone, Date.now()));
    page = await killWithin(app, longest);
    tally.add(outcome());
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    const months = await Promise.all([september(page), october(page)]);
    expect(months[0].totalTokens + months[1].totalTokens).toBe(log.tokens);
    // 1 October is only there in the eastern zone: a part of the days would be another number.
    const { reportingTimeZone } = await askWorker(page, 'getSettings');
    expect(reportingTimeZone).toMatch(/^Pacific/);
    if (outcome() === 'after') expect(reportingTimeZone).toBe(zone);
  }
  report('re-dating', tally);
});

test('a browser killed while undoing an import has undone all of it or nothing @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  let page = await openKept(app);
  const kept = bigLog('kept', 2);
  await importTexts(page, kept.files);
  const log = bigLog('undone', 20);
  const tally = new Tally();
  let longest = 0;
  for (let round = 0; isMore(round, tally); round += 1) {
    await importTexts(page, log.files);
    const before = (await october(page)).totalTokens;
    expect(before).toBe(kept.tokens + log.tokens);
    // If the last kill came before the undo, the import that is there is the earlier one.
    const imports = await askWorker(page, 'getImports');
    const id =
      imports.find(({ eventsAdded, status }) => eventsAdded === log.events && status === 'finished')?.id ??
      '';
    const undo = () => askWorker(page, 'undoImport', id, Date.now());
    // The first one runs to its end, to know how long it takes.
    if (round === 0) {
      longest = await duration(undo);
      continue;
    }
    const outcome = begin(undo());
    page = await killWithin(app, longest);
    tally.add(outcome());
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    const after = (await october(page)).totalTokens;
    expect([before, kept.tokens]).toContain(after);
    if (outcome() === 'after') expect(after).toBe(kept.tokens);
  }
  report('undo', tally);
});
