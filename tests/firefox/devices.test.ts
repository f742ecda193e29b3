import { chromium, type Browser, type Page as ChromiumPage } from 'playwright';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shellLaunchOptions } from '../e2e/support/browser';
import { Site } from '../e2e/support/site';
import { NatsServer, program as natsProgram } from '../unit/sync/nats/server';
import { findFirefox } from './find-firefox';
import { Firefox, until } from './firefox';

/** Firefox gives pages no folder, so its devices meet at the server of the site. */

const program = findFirefox();

/** In milliseconds: merging on a busy machine. */
const patient = { timeout: 100_000 };
/** Runs something in the page of either browser. */
type Evaluate = (work: (text: string) => Promise<unknown>, text: string) => Promise<unknown>;
const inFirefox =
  (page: Page): Evaluate =>
  (work, text) =>
    page.evaluate(work, text);
const inChromium =
  (page: ChromiumPage): Evaluate =>
  (work, text) =>
    page.evaluate(work, text);

const totalIn = (evaluate: Evaluate) =>
  evaluate(async (month) => (await window.tokentab.getGlobalUsageStats(month)).totalTokens, '2026-10');

const record = (evaluate: Evaluate, project: string, tokens: number) =>
  evaluate(
    async (text) => {
      const [name, tokens] = JSON.parse(text) as [string, number];
      const known = (await window.tokentab.getProjects()).find((each) => each.name === name);
      await window.tokentab.recordUsageEvent({
        projectId: (known ?? (await window.tokentab.createProject({ name }))).id,
        eventType: 'chat',
        llmMode: 'cloud',
        model: 'gpt-5',
        promptTokens: tokens,
        completionTokens: 0,
        occurredAt: '2026-10-05T12:00:00Z',
      });
    },
    JSON.stringify([project, tokens]),
  );

const shows = (page: Page, text: string) =>
  until(page, (text) => document.body.textContent.includes(text), { args: [text], ...patient });

describe.skipIf(program === null || natsProgram === undefined)('Firefox', { timeout: 300_000 }, () => {
  let server: NatsServer;
  let site: Site;
  let firefox: Firefox;
  let chrome: Browser;

  beforeAll(async () => {
    server = await NatsServer.start();
    site = await Site.open('build', { host: '127.0.0.1', port: server.ports.websocket });
    firefox = await Firefox.start(program ?? '');
    chrome = await chromium.launch(shellLaunchOptions());
  }, 120_000);

  afterAll(async () => {
    await chrome.close();
    await firefox.end();
    await site.stop();
    await server.remove();
  });

  it('and Chromium stay in sync through the server of the site, also after a restart and without the server', async () => {
    const there = await firefox.open(`${site.url}/settings`);
    await record(inFirefox(there), 'Shop', 10);
    await click(there, 'Use this site’s server');
    await fill(there, 'Name of this device', 'Fox');
    await click(there, 'Start on this device');
    await shows(there, 'No other device takes part yet.');
    const key = await there.evaluate(() => /AGE-SECRET-KEY-1\w+/.exec(document.body.textContent)?.[0] ?? '');

    const here = await chrome.newPage({ locale: 'en-US' });
    await here.goto(`${site.url}/settings#device-key=${key}`);
    await here.evaluate(() => window.tokentab.ready);
    await record(inChromium(here), 'Blog', 7);
    const panel = here.getByRole('region', { name: 'Your devices' });
    await panel.getByLabel('Name of this device').fill('Chrome');
    await panel.getByRole('button', { name: 'Join' }).click();
    const row = panel.getByRole('row', { name: /^Fox/ });
    await expect.poll(() => row.textContent({ timeout: 1000 }).catch(() => ''), patient).toContain('In sync');
    expect(await totalIn(inChromium(here))).toBe(17);
    // Firefox hears of it at once.
    await expect.poll(() => totalIn(inFirefox(there)), patient).toBe(17);

    // A change on each side, one of them made while the server is away.
    await server.kill();
    await record(inFirefox(there), 'Shop', 100);
    await click(there, 'Compare now');
    await shows(there, 'The server doesn’t answer.');
    await server.run();
    await firefox.restart();
    const again = await firefox.open(`${site.url}/settings`);
    await record(inChromium(here), 'Blog', 1000);
    await panel.getByRole('button', { name: 'Compare now' }).click();
    await expect.poll(() => totalIn(inFirefox(again)), patient).toBe(1117);
    await expect.poll(() => totalIn(inChromium(here)), patient).toBe(1117);
    for (const evaluate of [inFirefox(again), inChromium(here)])
      expect(await evaluate(() => window.tokentab.checkIntegrity(), '')).toEqual({
        ok: true,
        differences: [],
      });
  });
});

/** Waits until the button is there. */
async function click(page: Page, name: string): Promise<void> {
  const press = (name?: string) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')];
    const button = buttons.find(({ textContent }) => textContent.trim() === name);
    button?.click();
    return button !== undefined;
  };
  await until(page, press, { args: [name], ...patient });
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  const enter = (label?: string, text = '') => {
    const labels = [...document.querySelectorAll('label')];
    const input = labels.find(({ textContent }) => textContent.trim() === label)?.control;
    if (!(input instanceof HTMLInputElement)) return false;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  };
  await until(page, enter, { args: [label, text], ...patient });
}
