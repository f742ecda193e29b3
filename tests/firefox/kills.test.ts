import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runsAll } from '../budget';
import { Site } from '../e2e/support/site';
import { bigLog } from '../faults/support/big-log';
import { Tally } from '../faults/support/rounds';
import { findFirefox } from './find-firefox';
import { Firefox } from './firefox';

const program = findFirefox();
// A fault test: like the others, not part of `npm test`.
const isAsked = runsAll || process.env['TOKENTAB_ROUNDS'] !== undefined;
const count = Number(process.env['TOKENTAB_ROUNDS'] ?? 5);

const total = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
const importLog = (page: Page, files: { name: string; text: string }[]) =>
  page.evaluate(
    (files) => window.tokentab.importFiles(files.map(({ name, text }) => new File([text], name))),
    files,
  );

describe.skipIf(program === null || !isAsked)('in Firefox', { timeout: 3_600_000 }, () => {
  let site: Site;
  let firefox: Firefox;

  beforeAll(async () => {
    site = await Site.open();
    firefox = await Firefox.start(program ?? '');
  }, 120_000);

  afterAll(async () => {
    await firefox.end();
    await site.stop();
  });

  it('a browser that is killed during imports keeps what it stored, and a repeated import completes them', async () => {
    let page = await firefox.open(site.url);
    const first = bigLog('first', 20);
    const start = performance.now();
    await importLog(page, first.files);
    const longest = performance.now() - start;
    let tokens = first.tokens;
    const tally = new Tally();
    for (let round = 0; round < count || (tally.of('inside') === 0 && round < 12); round += 1) {
      const log = bigLog(`round-${round}`, 20);
      // It ends with the browser.
      importLog(page, log.files).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, longest * (0.2 + Math.random() * 0.9)));
      await firefox.crash();
      page = await firefox.open(site.url);
      expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({
        ok: true,
        differences: [],
      });
      const stored = (await total(page)) - tokens;
      expect(stored).toBeGreaterThanOrEqual(0);
      tally.add(stored === 0 ? 'before' : stored === log.tokens ? 'after' : 'inside');
      await importLog(page, log.files);
      tokens += log.tokens;
      expect(await total(page)).toBe(tokens);
    }
    console.info(`kills of Firefox during imports: ${String(tally)}`);
    expect(tally.of('inside'), String(tally)).toBeGreaterThan(0);
  });
});
