import type { Page } from 'playwright';
import { poolHeaderBytes } from '../../src/lib/protocol/pool-place';
import { expect, test } from '../e2e/support/app';
import { integrity } from './support/figures';
import { isMore, openTab, report } from './support/kills';
import { Tally } from './support/rounds';
import { storedFiles } from './support/stored-files';

/** Many, because moving a few pins is too short for a kill to land inside. */
const pins = 300;

const pinnedNow = (page: Page) =>
  page.evaluate(async () => (await window.tokentab.getPinnedProjects()).map(({ id }) => id));

/** Rotates the pins by one, again and again; reports each rotation that was acknowledged. */
function reorder(page: Page, ids: string[], first: number): void {
  page
    .evaluate(
      async ({ ids, first }) => {
        const { acknowledge } = window as unknown as { acknowledge: (turns: number) => Promise<void> };
        for (let turns = first; ; turns += 1) {
          const cut = turns % ids.length;
          await window.tokentab.reorderPinnedProjects([...ids.slice(cut), ...ids.slice(0, cut)]);
          await acknowledge(turns);
        }
      },
      { ids, first },
    )
    // It ends with the browser.
    .catch(() => undefined);
}

test('a browser killed while pins are reordered keeps one of the two orders @own-browser', async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  let page = await openTab(app.page);
  const ids = await page.evaluate(async (pins) => {
    const made: string[] = [];
    for (let index = 0; index < pins; index += 1) {
      const { id } = await window.tokentab.createProject({ name: `Project ${index}` });
      await window.tokentab.updateProjectPinned(id, true);
      made.push(id);
    }
    return made;
  }, pins);
  let turns = 0;
  const tally = new Tally();
  for (let round = 0; isMore(round, tally); round += 1) {
    await page.exposeFunction('acknowledge', (done: number) => void (turns = done));
    reorder(page, ids, turns + 1);
    await page.waitForTimeout(300 + Math.random() * 500);
    page = await app.crash(async () => {
      // The journal is truncated when a write ends.
      const written = (await storedFiles(app.profileFolder)).filter(({ bytes }) => bytes > poolHeaderBytes);
      tally.add(written.length > 1 ? 'inside' : 'between');
    });
    await openTab(page);
    const order = await pinnedNow(page);
    const found = ids.indexOf(order[0] ?? '');
    // The last one may have been stored without an answer.
    expect([turns % pins, (turns + 1) % pins]).toContain(found);
    expect(order).toEqual([...ids.slice(found), ...ids.slice(0, found)]);
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    if (found !== turns % pins) turns += 1;
  }
  report('reorders', tally);
});
