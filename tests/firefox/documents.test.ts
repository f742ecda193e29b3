import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findServer } from '../e2e/support/model/find-server';
import { ModelServer } from '../e2e/support/model/model-server';
import { Listener } from '../e2e/support/listener';
import { callFrom } from '../e2e/support/raw-caller';
import { Site } from '../e2e/support/site';
import { pdf } from '../unit/documents/support';
import { findFirefox } from './find-firefox';
import { Firefox } from './firefox';

const firefoxPath = findFirefox();
const program = findServer();
if (typeof program === 'string') console.warn(`Skipped: no model server. ${program}`);

const during = (use: (server: ModelServer) => Promise<void>) =>
  typeof program === 'string' ? Promise.resolve() : ModelServer.during(program, use);

describe.skipIf(firefoxPath === null)('documents in Firefox', { timeout: 180_000 }, () => {
  let site: Site;
  let firefox: Firefox;

  beforeAll(async () => {
    site = await Site.open();
    firefox = await Firefox.start(firefoxPath ?? '');
  }, 120_000);

  afterAll(async () => {
    await firefox.end();
    await site.stop();
  });

  it('only the caller reaches an address, and only the one that was saved', async () => {
    const [named, other] = [await Listener.open(), await Listener.open()];
    const page = await firefox.open(`${site.url}/documents`);
    await controlled(page);
    const { origin } = named;
    const call = (allowed: string[], url: string, from = origin) =>
      page.evaluate(callFrom, { allowed, origin: from, url });
    expect(await call([], origin), 'no address is saved').toBe('blocked');
    expect(await call([origin], `${origin}/v1/models`)).toBe('done');
    const reached = named.requests;
    const fromPage = await page.evaluate((url) => fetch(url).then(String, () => 'refused'), origin);
    expect(fromPage, 'the page').toBe('refused');
    expect(await call([origin], other.origin), 'another port').toBe('blocked');
    expect(await call([origin], `http://localhost:${named.port}`), 'another name').toBe('blocked');
    expect(await call([origin], site.url), 'our own origin').toBe('blocked');
    expect(await call([], origin), 'an address that was removed').toBe('blocked');
    expect([named.requests, other.requests]).toEqual([reached, 0]);
    await Promise.all([named.close(), other.close()]);
  });

  it.skipIf(typeof program === 'string')(
    'documents are extracted, and the month counts what the server reports',
    () =>
      during(async (server) => {
        const page = await firefox.open(`${site.url}/documents`);
        const files = ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville'].map((name) => [
          ...pdf([`I am ${name}`]),
        ]);
        const projectId = await page.evaluate(async (files) => {
          const { id } = await window.tokentab.createProject({ name: 'Northwind' });
          const list = files.map((bytes, index) => new File([new Uint8Array(bytes)], `${index}.pdf`));
          await window.tokentab.addDocuments(id, list);
          return id;
        }, files);
        await page.goto(`${site.url}/extraction?project=${projectId}`);
        await press(page, 'Add address');
        await page.waitForSelector('dialog input[type=url]');
        await page.type('dialog input[type=url]', server.origin);
        await page.type('dialog input[type=text]', 'Here');
        await press(page, 'Save address');
        await page.waitForSelector('dialog', { hidden: true });
        await press(page, 'Look for models');
        await sees(page, '1 model found.');
        await page.evaluate(
          (projectId) =>
            window.tokentab.startExtraction({
              projectId,
              address: 'Here',
              model: 'tiny',
              fields: [{ name: 'programs', type: 'yes-no' }],
              answerLimit: 100,
            }),
          projectId,
        );
        await sees(page, 'Finished');
        const { totalTokens } = await page.evaluate(() => window.tokentab.getGlobalUsageStats());
        expect(server.usage).toHaveLength(3);
        expect(totalTokens).toBe(server.totalTokens);
      }),
  );
});

async function controlled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** Presses the enabled button with this text, once there is one. */
const press = (page: Page, text: string) =>
  page.evaluate(async (text) => {
    const find = () =>
      [...document.querySelectorAll('button')].find(
        (each) => !each.disabled && each.textContent.trim() === text,
      );
    while (find() === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    find()?.click();
  }, text);

/** Unlike `waitForFunction`, this doesn't turn text into code, which the page's policy forbids. */
const sees = (page: Page, text: string) =>
  page.evaluate(async (text) => {
    while (!document.body.textContent.includes(text)) await new Promise((resolve) => setTimeout(resolve, 50));
  }, text);
