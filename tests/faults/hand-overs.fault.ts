import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { closeItself } from '../e2e/support/scan-workers';
import { integrity } from './support/figures';
import { openTab } from './support/kills';
import { rounds } from './support/rounds';

/** Writes one event after another until `stopWriting`; returns how many were confirmed. */
const write = (page: Page, projectId: string): Promise<number> =>
  page.evaluate(async (projectId) => {
    const writer = Object.assign(window, { isWriting: true });
    let written = 0;
    for (; writer.isWriting; written += 1)
      await window.tokentab.recordUsageEvent({
        projectId,
        eventType: 'chat',
        llmMode: 'cloud',
        promptTokens: 7,
        completionTokens: 3,
        occurredAt: '2026-11-05T12:00:00Z',
      });
    return written;
  }, projectId);

const stopWriting = (page: Page) => page.evaluate(() => void Object.assign(window, { isWriting: false }));

/** How the tab that leads the database ends. */
const ends: Record<string, (leader: Page) => Promise<unknown>> = {
  'is closed': (leader) => leader.close(),
  crashes: async (leader) => {
    const crashed = leader.waitForEvent('crash');
    const session = await leader.context().newCDPSession(leader);
    // The target is gone before it can answer.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await leader.close();
  },
  'goes to another page': async (leader) => {
    await leader.goto('about:blank');
    await leader.close();
  },
  'loses its worker': async (leader) => {
    const worker = leader.workers()[0];
    if (worker) await closeItself(worker);
    await leader.close();
  },
};

for (const [how, end] of Object.entries(ends))
  test(`when the leading tab ${how} while another writes, nothing is lost and nothing doubled @own-browser`, async ({
    app,
    watcher,
  }) => {
    test.setTimeout(3_600_000);
    // The browser may release the files a moment after the lock; then opening them is tried again.
    watcher.allow(/NoModificationAllowedError/);
    let leader = await openTab(app.page);
    const projectId = await leader.evaluate(
      async () => (await window.tokentab.createProject({ name: 'Steady' })).id,
    );
    let written = 0;
    let worst = 0;
    for (let round = 0; round < rounds(2); round += 1) {
      const follower = await openTab(await app.context.newPage());
      const writing = write(follower, projectId);
      await follower.waitForTimeout(Math.random() * 150);
      const since = performance.now();
      await end(leader);
      await follower.evaluate(() => window.tokentab.getProjects());
      worst = Math.max(worst, performance.now() - since);
      await stopWriting(follower);
      written += await writing;
      // It leads now.
      leader = follower;
      const { eventCount } = await leader.evaluate(() => window.tokentab.getGlobalUsageStats('2026-11'));
      expect(eventCount).toBe(written);
    }
    expect(await integrity(leader)).toEqual({ ok: true, differences: [] });
    console.info(
      `leader ${how}: ${rounds(2)} hand-overs, ${written} events, at most ${Math.round(worst)} ms`,
    );
  });
