import { NatsServer, program } from '../unit/sync/nats/server';
import { expect, test as base } from './support/app';
import { panel, total } from './support/devices';
import { record } from './support/record';
import { Site } from './support/site';
import { open } from './support/tokentab';
import { listTraffic } from './support/traffic';

let server: NatsServer;
const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    server = await NatsServer.start();
    const site = await Site.open('build', { host: '127.0.0.1', port: server.ports.websocket });
    await use(site);
    await site.stop();
    await server.remove();
  },
});
/** In milliseconds. Merging, or noticing that the server is gone, takes long on a busy machine. */
const merging = { timeout: 100_000 };
test.skip(program === undefined, 'There is no nats-server.');

// In a browser, because the policy, the WebSocket and the link are the browser's. Unit tests prove what devices come to hold,
// whatever the server forgets.
test('two devices end up with the same data through the server of the site @long', async ({
  app,
  browser,
  watcher,
}) => {
  test.setTimeout(600_000);
  const hereAsked = listTraffic(app.context);
  const here = await open(app.page, '/settings');
  await record(here, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  await panel(here).getByRole('button', { name: 'Use this site’s server' }).click();
  await panel(here).getByLabel('Name of this device').fill('Laptop');
  await panel(here).getByRole('button', { name: 'Start on this device' }).click();
  await expect(panel(here)).toContainText('No other device takes part yet.', merging);
  await expect(panel(here).getByRole('img', { name: 'QR code with the key' })).toBeVisible();
  const key = await panel(here).getByText('AGE-SECRET-KEY-1').textContent();

  const context = await browser.newContext({ locale: 'en-US', baseURL: app.site.url });
  const thereAsked = listTraffic(context);
  const there = await context.newPage();
  // What the QR code opens.
  await open(there, `/settings#device-key=${key}`);
  await record(there, [{ project: 'Blog', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
  await expect(panel(there).getByLabel('Key', { exact: true })).toHaveValue(key ?? '');
  expect(there.url()).not.toContain('AGE-SECRET-KEY');
  await panel(there).getByLabel('Name of this device').fill('Phone');
  await panel(there).getByRole('button', { name: 'Join' }).click();
  await expect(panel(there).getByRole('row', { name: /^Laptop/ })).toContainText('In sync', merging);
  expect(await total(there)).toBe(17);

  // The first device hears of it at once, and writes nothing of what it was told.
  await expect(panel(here).getByRole('row', { name: /^Phone/ })).toContainText('In sync', merging);
  expect(await total(here)).toBe(17);
  const sync = `${app.site.url.replace('http', 'ws')}/sync/`;
  for (const asked of [hereAsked, thereAsked]) {
    const others = asked.filter((url) => !url.startsWith(`${app.site.url}/`));
    expect([...new Set(others)]).toEqual([sync]);
  }

  watcher.allow(/WebSocket connection to/);
  await server.kill();
  await panel(here).getByRole('button', { name: 'Compare now' }).click();
  await expect(panel(here)).toContainText('The server doesn’t answer.', merging);
  await server.run();
  await expect(async () => {
    await panel(here).getByRole('button', { name: 'Compare now' }).click();
    await expect(panel(here)).toContainText('In sync. Last compared', { timeout: 20_000 });
  }).toPass();
  await context.close();
});
