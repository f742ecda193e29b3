import type { Page, WebSocket } from 'playwright';
import { changed } from '../../scripts/sync-server.mjs';
import { NatsServer, program } from '../unit/sync/nats/server';
import { accountsOf, person } from '../unit/team/nats/team-server';
import { expect, test as base } from './support/app';
import { claudeLine, importTexts } from './support/imports';
import { inspect, narrow, wide } from './support/inspect';
import { record } from './support/record';
import { Site } from './support/site';
import { open } from './support/tokentab';
import { listTraffic } from './support/traffic';

let server: NatsServer;
let setup: Parameters<typeof changed>[0];
const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const empty = { servers: [{ name: 'tokentab', host: '127.0.0.1' }], gigabytes: 1, people: {} };
    // A person's devices use this server already, so it only lets in whom it knows.
    setup = changed(empty, ['add', 'zoe', (await person('zoe', 'member')).user.id]);
    server = await NatsServer.start(() => accountsOf(setup));
    const site = await Site.open('build', { host: '127.0.0.1', port: server.ports.websocket });
    await use(site);
    await site.stop();
    await server.remove();
  },
});
/** In milliseconds, for whatever needs the server on a busy machine. */
const patient = { timeout: 100_000 };
const month = '2026-10';
const looks = { sizes: { wide, narrow } };
test.use({ actionTimeout: 30_000 });
test.skip(program === undefined, 'There is no nats-server.');

/** Runs a command that the page shows, as its owner would. */
async function run(command: string | null): Promise<void> {
  const [words = ''] = /(?<= -- sync ).*/.exec(command ?? '') ?? [];
  setup = changed(setup, words.split(' '));
  await server.reload();
}

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Short name of the team').fill('acme');
  await page.getByLabel('Your name').fill(name);
}

const statsOf = (page: Page) =>
  page.evaluate(async (month) => {
    const { totalTokens, costNanoUsd, unpricedTokens } = await window.tokentab.getGlobalUsageStats(month);
    return { totalTokens, costNanoUsd, unpricedTokens };
  }, month);

const storedDirectories = (page: Page) =>
  page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });

// In a browser, because the databases, the tab that switches between them, and the sockets are the browser's. Unit tests
// prove what is published and what a team's database comes to hold.
test('an owner sees what a member publishes of a linked project, until it is unlinked', async ({
  app,
  browser,
  watcher,
}) => {
  test.setTimeout(600_000);
  // Until they are let in, both are turned away.
  watcher.allow(/WebSocket connection to/);
  const asked = [listTraffic(app.context)];
  const owner = await open(app.page, '/team');
  await fillIn(owner, 'Anna');
  await owner.getByRole('button', { name: 'Start a new team' }).click();
  const founding = owner.getByRole('group', { name: 'Command for the server' }).first().getByText('npm run');
  await inspect(owner, 'team, founding', looks);
  await run(await founding.textContent());
  // Each page continues automatically once the server lets it in.
  await expect(owner.getByRole('heading', { name: 'acme, Owner' })).toBeVisible(patient);
  await owner.getByRole('button', { name: 'Add a project' }).click();
  await owner.getByLabel('Name').fill('Webshop');
  await owner.getByLabel('Client').fill('Acme Inc.');
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByRole('row', { name: /^Webshop/ })).toContainText('Acme Inc.', patient);

  const context = await browser.newContext({ locale: 'en-US', baseURL: app.site.url });
  asked.push(listTraffic(context));
  const sent: string[] = [];
  const member = await context.newPage();
  member.on('websocket', (socket: WebSocket) => {
    socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
  });
  const published = () => sent.filter((frame) => frame.includes('PUB tt.t.acme.d.'));
  await open(member, '/team');
  const lines = [1, 2].map((number) =>
    claudeLine({
      id: `${number}`,
      cwd: '/secret/folder',
      timestamp: `${month}-0${number}T10:00:00Z`,
      input: 1000,
    }),
  );
  await importTexts(member, [{ name: 'log.jsonl', text: lines.join('\n') }]);
  await record(member, [{ project: 'Private', at: `${month}-03T10:00:00Z`, tokens: 9 }]);
  await fillIn(member, 'Ben');
  await member.getByRole('button', { name: 'Join the team' }).click();
  const line = await member.getByRole('group', { name: 'Your access line' }).getByText(/^U/).textContent();

  await owner.getByRole('button', { name: 'Add a member' }).click();
  await owner.getByLabel('Access line').fill(line ?? '');
  await owner.getByLabel('Name').fill('Ben');
  await owner.getByRole('button', { name: 'Save' }).click();
  const row = owner.getByRole('row', { name: /^Ben/ });
  await expect(row).toContainText('Member', patient);
  await inspect(owner, 'team of an owner', looks);
  await owner.setViewportSize(wide);
  await owner.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row.getByRole('button', { name: 'Copy the command' }).click();
  await run(await owner.evaluate(() => navigator.clipboard.readText()));

  await expect(member.getByRole('heading', { name: 'acme, Member' })).toBeVisible(patient);
  expect(published()).toEqual([]);
  await member
    .getByRole('combobox', { name: 'Project of the team for folder' })
    .selectOption('Webshop (Acme Inc.)');
  const preview = member.getByRole('dialog', { name: 'Publish folder?' });
  await expect(preview).toContainText('2 rows in 1 month');
  await expect(preview).toContainText('Can be read by: Anna.');
  expect(published()).toEqual([]);
  await inspect(member, 'team, before publishing', looks);
  await preview.getByRole('button', { name: 'Link and publish' }).click();
  await expect(member.getByText('folder is published.')).toBeVisible(patient);
  expect(published()).toHaveLength(1);
  expect(sent.join('')).not.toMatch(/secret|session-1|Private/);

  await owner.getByRole('button', { name: 'Open the team’s usage' }).click();
  const banner = owner.getByRole('region', { name: 'Team acme' });
  await expect(banner).toContainText('Up to date.', patient);
  const own = await member.evaluate(async (month) => {
    const { projects } = await window.tokentab.getAllUsageStats(month);
    const { totalTokens, costNanoUsd, unpricedTokens } = projects.find(
      ({ projectName }) => projectName === 'folder',
    )!;
    return { totalTokens, costNanoUsd, unpricedTokens };
  }, month);
  expect(own.totalTokens).toBe(2010);
  expect(await statsOf(owner)).toEqual(own);
  await open(owner, `/?month=${month}&by=path`);
  const members = owner.getByRole('table', { name: /^Members/ });
  await expect(members.getByRole('columnheader', { name: 'Member' })).toBeVisible();
  await expect(members.getByRole('row', { name: /^Ben/ })).toContainText('2,010');
  await owner.getByRole('link', { name: 'Import', exact: true }).click();
  await expect(owner.getByRole('main')).toContainText('Nothing is imported into a team’s usage.');
  const refusal = record(owner, [{ project: 'Webshop', at: `${month}-03T10:00:00Z`, tokens: 9 }]);
  await expect(refusal).rejects.toThrow('A team’s usage comes from its members');

  await member.getByRole('combobox', { name: 'Project of the team for folder' }).selectOption('Not linked');
  await expect(member.getByText('What was published was taken back.')).toBeVisible(patient);
  await open(owner, '/team');
  await expect(async () => {
    await owner.getByRole('button', { name: 'Compare now' }).click();
    expect(await statsOf(owner)).toEqual({ totalTokens: 0, costNanoUsd: 0, unpricedTokens: 0 });
  }).toPass(patient);
  const sync = `${app.site.url.replace('http', 'ws')}/sync/`;
  for (const addresses of asked) {
    const others = addresses.filter((url) => !url.startsWith(`${app.site.url}/`));
    expect([...new Set(others)]).toEqual([sync]);
  }

  // Their own usage is unchanged.
  await owner.getByRole('main').getByRole('button', { name: 'Back to my usage' }).first().click();
  await open(owner);
  expect(await owner.evaluate(() => window.tokentab.getProjects())).toEqual([]);

  await open(owner, '/team');
  expect(await storedDirectories(owner)).toContain('.tokentab-team-acme');
  await owner.getByRole('button', { name: 'Leave the team…' }).click();
  await owner.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(owner.getByText('You have left the team.')).toBeVisible(patient);
  expect(await storedDirectories(owner)).not.toContain('.tokentab-team-acme');
  await context.close();
});
