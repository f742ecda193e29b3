import type { Page } from 'playwright';
import { program } from '../unit/sync/nats/server';
import { team, TeamServer, type Person } from '../unit/team/nats/team-server';
import { foundLargeTeam, lastMonth, peopleOf, publishYear } from '../unit/team/nats/team-year';
import { expect, test as base } from './support/app';
import { tellLongestTask, watchLongTasks } from './support/long-tasks';
import { Site } from './support/site';
import { open } from './support/tokentab';

/** docs/performance.md measures 500. */
const memberCount = Number(process.env['TOKENTAB_MEMBERS'] ?? 10);

let server: TeamServer;
let people: [Person, ...Person[]];
const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    people = await peopleOf(memberCount);
    server = await TeamServer.start(people);
    const site = await Site.open('build', { host: '127.0.0.1', port: server.server.ports.websocket });
    await use(site);
    await site.stop();
    await server.remove();
  },
});
test.skip(program === undefined, 'There is no nats-server.');
test.skip(
  typeof WebSocket === 'undefined',
  'Node 20 has WebSocket only with NODE_OPTIONS=--experimental-websocket.',
);

/**
 * Makes this browser one of the owner's. Not the one that has published: that would take back what it has no links for.
 */
async function becomeOwner(page: Page, { user }: Person): Promise<void> {
  await page.evaluate(
    ([team, identity]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tokentab-team', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('records', { keyPath: 'id' });
        opening.onerror = () => reject(new Error(opening.error?.message));
        opening.onsuccess = () => {
          const change = opening.result.transaction('records', 'readwrite');
          change.objectStore('records').put({
            ...{ id: 'team', team, memberName: 'Olga', identity, isFounder: false },
            deviceId: crypto.randomUUID(),
            ...{ roster: null, links: [], mayHavePublished: false },
          });
          change.oncomplete = () => resolve();
        };
      }),
    [team, user.identity] as const,
  );
  await page.evaluate((team) => localStorage.setItem('tokentab:team', `+${team}`), team);
}

// In a browser of its own, because it is about the page's main thread and the browser's database, in files on a disk.
test(`an owner reads the year of ${memberCount} members into the database @long @own-browser`, async ({
  app,
}) => {
  test.setTimeout(3_600_000);
  const { page } = app;
  const [owner] = people;
  const roster = await foundLargeTeam(server, people);
  const { tokens } = await publishYear(server, people, roster);
  await open(page, '/team');
  await becomeOwner(page, owner);
  await open(page, '/team');
  await expect(page.getByRole('heading', { name: 'Acme, Owner' })).toBeVisible({ timeout: 60_000 });

  await page.addInitScript(() => sessionStorage.setItem('tokentab:database', 'team-acme'));
  await page.goto(`/?month=${lastMonth}`);
  await watchLongTasks(page);
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const totalOf = (month: string) =>
    page.evaluate(async (month) => (await window.tokentab.getGlobalUsageStats(month)).totalTokens, month);
  await expect
    .poll(() => totalOf(lastMonth), { timeout: 1_000_000, intervals: [500] })
    .toBe(tokens[lastMonth]);
  console.info(`${memberCount} members: the running month is stored after ${seconds()} s`);
  const isRead = page.getByRole('region', { name: 'Team acme' }).getByText('Up to date.');
  await expect(isRead).toBeVisible({ timeout: 1_000_000 });
  console.info(`… and the year, ${memberCount * 60} messages, after ${seconds()} s`);
  await tellLongestTask(page, 'reading a team');
  for (const [month, expected] of Object.entries(tokens)) expect(await totalOf(month)).toBe(expected);
});
