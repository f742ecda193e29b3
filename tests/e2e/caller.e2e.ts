import { expect, test } from './support/app';
import { controlled } from './support/controlled';
import { Listener } from './support/listener';
import { callFrom } from './support/raw-caller';
import { open } from './support/tokentab';

// Only a browser can show this: what may reach which origin is up to its content security policies.
test('only the caller reaches an address, and only the one that was saved', async ({
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
  for (const worker of page.workers())
    expect(await worker.evaluate(attempt, origin), worker.url()).toBe('refused');
  expect(page.workers().length).toBeGreaterThan(0);
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
