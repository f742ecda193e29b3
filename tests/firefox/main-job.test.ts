import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeLine } from '../e2e/support/imports';
import { Site } from '../e2e/support/site';
import { findFirefox } from './find-firefox';
import { Firefox, until } from './firefox';

const program = findFirefox();
if (program === null) console.warn('Skipped: there is no Firefox here. TOKENTAB_FIREFOX can name one.');

const totalOf = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);

describe.skipIf(program === null)('in Firefox', { timeout: 120_000 }, () => {
  let site: Site;
  let firefox: Firefox;
  let folder: string;

  beforeAll(async () => {
    site = await Site.open();
    firefox = await Firefox.start(program ?? '');
    folder = await mkdtemp(join(tmpdir(), 'tokentab-logs-'));
    const cwd = '/home/ada/shop';
    const lines = [
      claudeLine({ id: 'a', cwd, timestamp: '2026-10-02T09:00:00.000Z', input: 100, output: 20 }),
      claudeLine({ id: 'a', cwd, timestamp: '2026-10-02T09:00:01.000Z', input: 100, output: 23 }),
      claudeLine({ id: 'b', cwd, timestamp: '2026-10-03T09:00:00.000Z', input: 300, output: 33 }),
    ];
    await writeFile(join(folder, 'session.jsonl'), `${lines.join('\n')}\n`);
  }, 120_000);

  afterAll(async () => {
    await firefox.end();
    await site.stop();
    await rm(folder, { recursive: true });
  });

  it('imports a log, counts it once, shares it between tabs, and keeps it without the server and after a restart', async () => {
    const first = await firefox.open(`${site.url}/import`);
    await chooseLog(first, join(folder, 'session.jsonl'));
    expect(await totalOf(first)).toBe(456);
    await first.reload();
    await chooseLog(first, join(folder, 'session.jsonl'));
    expect(await totalOf(first)).toBe(456);

    const second = await firefox.open(`${site.url}/?month=2026-10`);
    expect(await totalOf(second)).toBe(456);
    await first.close();
    expect(await second.evaluate(() => window.tokentab.checkIntegrity())).toEqual({
      ok: true,
      differences: [],
    });

    await second.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await site.stop();
    await second.reload();
    expect(await totalOf(second)).toBe(456);
    await firefox.restart();
    const afterRestart = await firefox.open(`${site.url}/?month=2026-10`);
    expect(await totalOf(afterRestart)).toBe(456);
    await until(afterRestart, () => document.body.textContent.includes('456'));
  });
});

async function chooseLog(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector('input[type=file][multiple]:not([webkitdirectory])');
  if (!input) throw new Error('The import page has no input for files.');
  await input.uploadFile(path);
  await until(page, () => document.body.textContent.includes('Import finished'));
}
