import { rounds } from '../budget';
import { expect, test } from '../e2e/support/app';
import { batchesOf, finished, hasNoServer, prepare, start, startServer } from '../e2e/support/extraction';
import { open } from '../e2e/support/tokentab';

test.skip(hasNoServer !== false, String(hasNoServer));

test('each document is extracted once, even if the browser is killed at random moments @own-browser', async ({
  app,
  watcher,
}) => {
  test.setTimeout(1_800_000);
  const server = await startServer();
  watcher.allow(/request to another origin|Content Security Policy|violates the following/);
  let page = await open(app.page, '/documents');
  let landed = 0;
  // A kill that interrupts no call proves nothing, so the test continues for a while until one does.
  for (let round = 0; round < rounds(3, 50) || (landed === 0 && round < 20); round += 1) {
    const projectId = await prepare(page, server, 6, String(round));
    const before = server.usage.length;
    await start(page, projectId);
    await page.waitForTimeout(Math.random() * 600);
    await app.crash();
    page = await open(app.page, '/documents');
    await finished(page, projectId);
    const { documents } = await page.evaluate((id) => window.tokentab.getExtractions(id), projectId);
    expect(documents.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'extracted'));
    const [batch] = await batchesOf(page, projectId);
    const answered = server.usage.length - before;
    // Each document once; a call that was cut off counts as lost, whether the server had finished it or not.
    expect(answered - (batch?.lostCalls ?? 0)).toBeLessThanOrEqual(6);
    const { totalTokens } = await page.evaluate(
      (id) => window.tokentab.getUsageStatsByProject(id),
      projectId,
    );
    expect(totalTokens).toBe(batch?.usedTokens);
    landed += Math.min(1, batch?.lostCalls ?? 0);
  }
  const { differences } = await page.evaluate(() => window.tokentab.checkIntegrity());
  expect(differences).toEqual([]);
  console.info(`kills that cut off a call: ${landed}`);
  expect(landed).toBeGreaterThan(0);
  await server.stop();
});
