import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { test as plain } from 'playwright/test';
import { changed } from '../../scripts/sync-server.mjs';
import { freePorts } from '../unit/sync/free-ports';
import { NatsServer, program } from '../unit/sync/nats/server';
import { accountsOf } from '../unit/team/nats/team-server';
import { expect } from './support/app';
import { shellLaunchOptions } from './support/browser';
import { panel, total } from './support/devices';
import { record } from './support/record';
import { open } from './support/tokentab';
import { Watcher } from './support/watch';
import { isInstalled, siteName, WebServer, type WebServerName } from './support/web-servers';

const url = `https://${siteName}`;
/** In milliseconds, for whatever needs the server on a busy machine. */
const patient = { timeout: 100_000 };

interface Fixtures {
  web: WebServerName;
  nats: NatsServer;
  setup: { current: Parameters<typeof changed>[0] };
  home: Browser;
  watcher: Watcher;
}

const test = plain.extend<Fixtures>({
  web: ['nginx', { option: true }],
  setup: async ({}, use) => {
    await use({
      current: { servers: [{ name: 'tokentab', host: '127.0.0.1' }], gigabytes: 1, people: {} },
    });
  },
  nats: async ({ setup }, use) => {
    const nats = await NatsServer.start(() => accountsOf(setup.current));
    await use(nats);
    await nats.remove();
  },
  home: async ({ web, nats }, use) => {
    const [port = 0] = await freePorts(1);
    const server = await WebServer.start(web, port, nats.ports.websocket);
    const { args = [], ...options } = shellLaunchOptions();
    const map = `--host-resolver-rules=MAP ${siteName}:443 127.0.0.1:${port}`;
    const browser = await chromium.launch({
      ...options,
      args: [...args, map, '--ignore-certificate-errors'],
    });
    await use(browser);
    await browser.close();
    await server.stop();
  },
  watcher: async ({}, use) => {
    const watcher = new Watcher(url);
    // Until somebody is let in, they are turned away; a missing page is missed on purpose.
    watcher.allow(/WebSocket connection to|status of 404|Not found: \/nowhere/);
    await use(watcher);
    expect(watcher.takeRemaining(), 'no request to another site and no complaint').toEqual([]);
  },
});
test.skip(program === undefined, 'There is no nats-server.');

async function newDevice(home: Browser, watcher: Watcher): Promise<Page> {
  const context = await home.newContext({ locale: 'en-US', baseURL: url });
  watcher.watch(context);
  return context.newPage();
}

// In a browser, because it is what decides the origin of a WebSocket, and the policy. The lines are those of docs/hosting.md.
for (const web of ['nginx', 'caddy'] as const)
  test.describe(`behind ${web} @long`, () => {
    test.use({ web });
    test.skip(!isInstalled(web), `There is no ${web}.`);

    test('pages have the headers of the build, and two devices end up with the same data', async ({
      home,
      nats,
      setup,
      watcher,
    }) => {
      test.setTimeout(600_000);
      const here = await newDevice(home, watcher);
      const policy = /^ {2}Content-Security-Policy: (.*frame-ancestors.*)$/m.exec(
        readFileSync('build/_headers', 'utf8'),
      );
      for (const [path, status] of [
        ['/', 200],
        ['/projects', 200],
        ['/nowhere', 404],
      ] as const) {
        const answer = await here.goto(path);
        expect([answer?.status(), answer?.headers()['content-security-policy']]).toEqual([
          status,
          policy?.[1],
        ]);
      }

      await open(here, '/settings');
      await record(here, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
      await panel(here).getByRole('button', { name: 'Use this site’s server' }).click();
      await panel(here).getByLabel('Name of this device').fill('Laptop');
      await panel(here).getByRole('button', { name: 'Start on this device' }).click();
      // The server doesn't know this person yet.
      const line = panel(here).getByText(/^U[A-Z2-7]{55}$/);
      await expect(line).toBeVisible(patient);
      setup.current = changed(setup.current, ['add', 'anna', (await line.textContent()) ?? '']);
      await nats.reload();
      await panel(here).getByRole('button', { name: 'Compare now' }).click();
      await expect(panel(here)).toContainText('No other device takes part yet.', patient);
      const key = await panel(here).getByText('AGE-SECRET-KEY-1').textContent();

      const there = await open(await newDevice(home, watcher), `/settings#device-key=${key}`);
      await record(there, [{ project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
      await panel(there).getByLabel('Name of this device').fill('Phone');
      await panel(there).getByRole('button', { name: 'Join' }).click();
      await expect(panel(there).getByRole('row', { name: /^Laptop/ })).toContainText('In sync', patient);
      expect(await total(there)).toBe(17);
      await expect(panel(here).getByRole('row', { name: /^Phone/ })).toContainText('In sync', patient);
      expect(await total(here)).toBe(17);
    });

    test('a team can be founded and joined', async ({ home, nats, setup, watcher }) => {
      test.setTimeout(600_000);
      const run = async (command: string | null) => {
        const [words = ''] = /(?<= -- sync ).*/.exec(command ?? '') ?? [];
        setup.current = changed(setup.current, words.split(' '));
        await nats.reload();
      };
      const [owner, member] = [await newDevice(home, watcher), await newDevice(home, watcher)];
      await open(owner, '/team');
      await owner.getByLabel('Short name of the team').fill('acme');
      await owner.getByLabel('Your name').fill('Anna');
      await owner.getByRole('button', { name: 'Start a new team' }).click();
      const founding = owner.getByRole('group', { name: 'Command for the server' }).first();
      await run(await founding.getByText('npm run').textContent());
      await expect(owner.getByRole('heading', { name: 'acme, Owner' })).toBeVisible(patient);

      await open(member, '/team');
      await member.getByLabel('Short name of the team').fill('acme');
      await member.getByLabel('Your name').fill('Ben');
      await member.getByRole('button', { name: 'Join the team' }).click();
      const line = await member
        .getByRole('group', { name: 'Your access line' })
        .getByText(/^U/)
        .textContent();
      await owner.getByRole('button', { name: 'Add a member' }).click();
      await owner.getByLabel('Access line').fill(line ?? '');
      await owner.getByLabel('Name').fill('Ben');
      await owner.getByRole('button', { name: 'Save' }).click();
      await expect(owner.getByRole('row', { name: /^Ben/ })).toContainText('Member', patient);
      await run(`npm run sync-server -- sync team acme member ben ${line}`);
      await expect(member.getByRole('heading', { name: 'acme, Member' })).toBeVisible(patient);
    });
  });
