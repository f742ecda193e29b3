import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { docx, paragraph } from '../unit/documents/support';
import { expect, test } from './support/app';
import { claudeLine } from './support/imports';
import { importPage, resultOf } from './support/import-page';
import { emptyPlaces } from './support/places';
import { open } from './support/tokentab';
import { languages } from './support/languages';

/**
 * Everything that the browser asks of any host, page, worker, service worker and the browser itself, goes through a
 * proxy, which sees what the listeners of a page cannot.
 */
class Proxy {
  /** Each address that was asked for, once. */
  readonly asked = new Set<string>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('request', (asking, answering) => {
      const address = asking.url ?? '';
      proxy.asked.add(address);
      const { method, headers } = asking;
      const onward = request(address, { method, headers }, (answer) => {
        answering.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(answering);
      });
      onward.on('error', () => answering.writeHead(502).end());
      asking.pipe(onward);
    });
    server.on('connect', (asking, socket) => {
      proxy.asked.add(`https://${asking.url ?? ''}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** What Chromium asks for itself, with no page open at all. */
const ofChromium =
  /^https?:\/\/((update|content-autofill|optimizationguide-pa)\.googleapis\.com|accounts\.google\.com)[:/]/;

let proxy: Proxy;
test.use({
  browserArgs: async ({}, use) => {
    proxy = await Proxy.start();
    // Without the rule, Chromium asks this machine directly.
    await use([`--proxy-server=http://127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>']);
    proxy.stop();
  },
});

test('a tour through every page asks no other host, whichever worker asks @own-browser @long', async ({
  app,
  watcher,
}) => {
  const page = await open(app.page, '/import');
  const line = claudeLine({ id: 'a', cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z' });
  await importPage(page).filesInput.setInputFiles([
    { name: 'one.jsonl', mimeType: 'application/octet-stream', buffer: Buffer.from(line) },
  ]);
  await resultOf(page);
  for (const { path, sees } of emptyPlaces(languages[0].t)) {
    if (path === '/no-such-page') continue;
    if (['/', '/projects', '/clients', '/prices', '/budgets'].includes(path)) await open(page, path);
    else {
      await page.goto(path);
      await expect(sees(page)).toBeVisible();
    }
  }
  await open(page, '/documents');
  const letter = Buffer.from(docx(paragraph('Dear Charles')));
  await page
    .getByTestId('choose-documents')
    .setInputFiles([{ name: 'letter.docx', mimeType: 'application/octet-stream', buffer: letter }]);
  await expect(page.getByRole('heading', { name: 'Estimate for 1 document' })).toBeVisible();
  await open(page, '/settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('button', { name: /^Restore the backup of/ })).toBeVisible();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());

  const [ours, foreign] = [[...proxy.asked], [...proxy.asked]].map((all, index) =>
    all.filter((address) => address.startsWith(`${app.site.url}/`) === (index === 0)),
  );
  expect(foreign?.filter((address) => !ofChromium.test(address))).toEqual([]);
  // It saw workers and what they load.
  for (const part of ['/service-worker.js', '/workers/scan-worker-', '.wasm', '/_app/documents/'])
    expect(
      ours?.some((address) => address.includes(part)),
      part,
    ).toBe(true);
  // And it would have seen another host.
  watcher.allow(/elsewhere\.example/);
  watcher.allow(/502/);
  // There is no such host.
  await page.goto('http://elsewhere.example/').catch(() => undefined);
  expect([...proxy.asked]).toContain('http://elsewhere.example/');
});
