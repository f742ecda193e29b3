import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { root } from '../../scripts/run.mjs';
import { expect, test } from '../e2e/support/app';
import { holdImport } from '../e2e/support/held-import';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { openTab } from './support/kills';

/** The same site with a service worker that differs, which is what makes a version new to the browser. */
async function newerSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tokentab-newer-'));
  await cp(join(root, 'build'), folder, { recursive: true });
  await appendFile(join(folder, 'service-worker.js'), '\n// A newer version.\n');
  for (const packed of ['br', 'gz']) await rm(join(folder, `service-worker.js.${packed}`), { force: true });
  return folder;
}

const october = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens);
const isSamePage = (page: Page) => page.evaluate(() => 'isSamePage' in window);

test('an update accepted in one tab waits for another tab’s import, which loses nothing @own-browser', async ({
  app,
}) => {
  const newer = await newerSite();
  const importing = await openTab(app.page);
  await importing.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const accepting = await openTab(await app.context.newPage());
  for (const tab of [importing, accepting])
    await tab.evaluate(() => Object.assign(window, { isSamePage: true }));
  const letGo = await holdImport(importing, { after: 0 });
  const log = bigLog('kept', 12);
  const imported = importTexts(importing, log.files);

  await app.site.start(newer);
  await accepting.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const prompt = accepting.getByRole('status', { name: 'A new version of Tokentab is ready.' });
  await prompt.getByRole('button', { name: 'Reload' }).click();
  await expect(prompt).toContainText('import');
  await accepting.waitForTimeout(3_000);
  expect([await isSamePage(importing), await isSamePage(accepting)]).toEqual([true, true]);

  await letGo();
  expect(await imported).toMatchObject({ eventsAdded: log.events, problems: [] });
  for (const tab of [importing, accepting]) {
    await tab.waitForFunction(() => !('isSamePage' in window));
    await tab.evaluate(() => window.tokentab.ready);
    expect(await october(tab)).toBe(log.tokens);
  }
  expect(await integrity(importing)).toEqual({ ok: true, differences: [] });
  await rm(newer, { recursive: true });
});
