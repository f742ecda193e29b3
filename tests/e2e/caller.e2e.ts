import { expect, test } from './support/app';
import { controlled } from './support/controlled';
import { Listener } from './support/listener';
import { callFrom } from './support/raw-caller';
import { open } from './support/tokentab';

// Only a browser can show this: what may reach which origin is up to its content security policies.
test('only the caller reaches an address, and only the one that was saved @service-worker', async ({
  app,
  site,
  watcher,
}) => {
  const [named, other] = [await Listener.open(), await Listener.open()];
  watcher.allow(/Content Security Policy|violates the following/);
  watcher.allow(
    new RegExp(`request to another origin: http://(127.0.0.1|localhost):(${named.port}|${other.port})/`),
  );
  const page = await open(app.page, '/documents');
  await controlled(page);
  // So that the worker that reads documents runs as well.
  await page
    .getByTestId('choose-documents')
    .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('Ada') }]);
  await expect(page.getByRole('heading', { name: 'Estimate for 1 document' })).toBeVisible();
  const { origin } = named;
  const call = (allowed: string[], url: string, from = origin) =>
    page.evaluate(callFrom, { allowed, origin: from, url });

  expect(await call([], origin), 'no address is saved').toBe('blocked');
  expect(named.requests).toBe(0);

  expect(await call([origin], `${origin}/v1/models`)).toBe('done');
  // The browser asks first whether the header may be sent.
  expect(named.requests).toBe(2);

  const attempt = (url: string) =>
    fetch(url).then(
      () => 'sent',
      () => 'refused',
    );
  expect(await page.evaluate(attempt, origin), 'the page').toBe('refused');
  const workers = page.workers();
  for (const worker of workers) expect(await worker.evaluate(attempt, origin), worker.url()).toBe('refused');
  // Each folder has a policy of its own.
  for (const folder of ['/_app/immutable/workers/', '/_app/documents/'])
    expect(
      workers.some((worker) => worker.url().includes(folder)),
      folder,
    ).toBe(true);
  const [serviceWorker] = app.context.serviceWorkers();
  expect(await serviceWorker?.evaluate(attempt, origin), 'the service worker').toBe('refused');

  expect(await call([origin], other.origin), 'another port').toBe('blocked');
  expect(await call([origin], `http://localhost:${named.port}`), 'another name').toBe('blocked');
  expect(await call([origin], site.url), 'our own origin').toBe('blocked');
  expect(await call([origin], origin, other.origin), 'an address that is not saved').toBe('blocked');
  expect(
    await call([origin, 'http://192.168.1.5:80; *'], 'http://192.168.1.5', 'http://192.168.1.5:80; *'),
  ).toBe('blocked');
  expect(await call([], origin), 'an address that was removed').toBe('blocked');
  expect([named.requests, other.requests]).toEqual([2, 0]);
  await Promise.all([named.close(), other.close()]);
});

// The host's header is then the caller's only policy.
test('without the service worker, the caller reaches nothing', async ({ browser, site }) => {
  const listener = await Listener.open();
  const context = await browser.newContext({ baseURL: site.url, serviceWorkers: 'block' });
  const page = await open(await context.newPage());
  const { origin } = listener;
  expect(await page.evaluate(callFrom, { allowed: null, origin, url: origin })).toBe('blocked');
  expect(listener.requests).toBe(0);
  await context.close();
  await listener.close();
});
