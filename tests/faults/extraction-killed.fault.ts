import type { Page } from 'playwright';
import { batchesOf, expect, finished, prepare, start, stopped, test } from '../e2e/support/extraction';
import { open } from '../e2e/support/tokentab';
import { rounds, Tally } from './support/rounds';

const documents = 6;
/** In milliseconds: longer than most calls take. */
const longestDelay = 200;

test('each document is extracted once, even if the browser is killed at random moments @own-browser', async ({
  app,
  server,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  watcher.allow(/request to another origin|Content Security Policy|violates the following/);
  let page = await open(app.page, '/documents');
  // The first batch calibrates the estimates, so that a limit can be just enough for the next ones.
  const first = await prepare(page, server, documents, 'first');
  await start(page, first);
  await finished(page, first);
  const perCall = server.totalTokens / documents;
  // One lost call more than that is over the limit, because its estimate stays reserved.
  const limitTokens = Math.ceil((documents + 0.5) * perCall);

  const tally = new Tally();
  // A kill that interrupts no call proves nothing, so the test continues for a while until one does.
  for (let round = 0; round < rounds(3) || (tally.of('inside a call') === 0 && round < 20); round += 1) {
    const projectId = await prepare(page, server, documents, String(round));
    const before = server.usage.length;
    await start(page, projectId, limitTokens);
    const answers = Math.floor(Math.random() * documents);
    await expect.poll(() => server.usage.length - before, { intervals: [5] }).toBeGreaterThanOrEqual(answers);
    await page.waitForTimeout(Math.random() * longestDelay);
    await app.crash();
    const atKill = server.usage.length - before;
    page = await open(app.page, '/documents');
    await stopped(page, projectId);
    const [killed] = await batchesOf(page, projectId);
    const used = killed?.usedTokens ?? 0;
    // Estimates differ from what the server counts by a few tokens per call.
    expect(used).toBeLessThanOrEqual(limitTokens + perCall * 0.1 * documents);
    if (killed?.state === 'held') {
      tally.add('held by its limit');
      await resumeWithoutLimits(page, projectId);
    }
    await expectOnce(page, projectId, server.usage.length - before);
    tally.add(placeOf(atKill, killed?.lostCalls ?? 0));
  }
  const { differences } = await page.evaluate(() => window.tokentab.checkIntegrity());
  expect(differences).toEqual([]);
  console.info(`kills of the browser: ${String(tally)}`);
  expect(tally.of('inside a call')).toBeGreaterThan(0);
});

function placeOf(answered: number, lostCalls: number): string {
  if (lostCalls > 0) return 'inside a call';
  if (answered === 0) return 'before the first call';
  return answered < documents ? 'between calls' : 'after the last call';
}

async function resumeWithoutLimits(page: Page, projectId: string): Promise<void> {
  await page.goto(`/extraction?project=${projectId}`);
  await page.getByRole('button', { name: 'Resume without limits' }).click();
}

/** @param answered the server's own number of answers */
async function expectOnce(page: Page, projectId: string, answered: number): Promise<void> {
  await finished(page, projectId);
  const { batches, documents: all } = await page.evaluate(
    (id) => window.tokentab.getExtractions(id),
    projectId,
  );
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: documents }, () => 'extracted'));
  const [batch] = batches;
  // A call that was cut off counts as lost, whether the server had finished it or not.
  expect(answered - (batch?.lostCalls ?? 0)).toBeLessThanOrEqual(documents);
  const { totalTokens } = await page.evaluate((id) => window.tokentab.getUsageStatsByProject(id), projectId);
  expect(totalTokens).toBe(batch?.usedTokens);
}
