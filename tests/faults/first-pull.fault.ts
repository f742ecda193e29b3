import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { insert } from '../bench/insert-events';
import { expect, test } from '../e2e/support/app';
import { askWorker, keepWorker } from '../e2e/support/ask-worker';
import { panel } from '../e2e/support/devices';
import { bytesIn } from '../e2e/support/folder-size';
import { OwnBrowser } from '../e2e/support/own-browser';
import { allowFolder, pickByDropping, pickFolder } from '../e2e/support/real-folder';
import { App } from '../e2e/support/running-app';
import { Site } from '../e2e/support/site';
import { open } from '../e2e/support/tokentab';
import { Watcher } from '../e2e/support/watch';
import { CountingProxy } from '../unit/sync/nats/counting-proxy';
import { NatsServer, program } from '../unit/sync/nats/server';
import { integrity } from './support/figures';
import { rounds } from './support/rounds';

/**
 * A new device takes in a million events of another one. Meanwhile it is paused, reloaded, handed to another tab, closed and
 * killed, and continues each time where it was.
 */

const events = Number(process.env['TOKENTAB_EVENTS'] ?? 1_000_000);
/** In milliseconds. */
const patient = { timeout: 3_000_000 };
const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const taking = /file (\d+) of (\d+)/;

/** Where the devices meet. */
interface Place {
  site: Site;
  /** Undefined for a server. */
  folder?: string;
  /** What has come over the wire so far, and what is stored, in bytes. */
  received?: () => number;
  stored: () => number;
}

async function device(place: Place, watcher: Watcher): Promise<{ app: App; end: () => Promise<void> }> {
  const { site, folder } = place;
  const preferences = folder === undefined ? {} : allowFolder(site.url, folder);
  const own = await OwnBrowser.create({ browserArgs: [], ignoreDefaultArgs: [], preferences });
  const app = new App(site, watcher, own, { locale: 'en-US', timezoneId: 'UTC' });
  await launched(app, await app.launch());
  return {
    app,
    end: async () => {
      await app.close();
      await own.remove();
    },
  };
}

/** After each start of the browser. */
async function launched(app: App, page: Page): Promise<Page> {
  await keepWorker(app.context);
  await pickByDropping(app.context);
  await app.context.addInitScript(watchTasks);
  return page;
}

/** Runs in the page: the longest task, and the longest wait for an answer of the database. */
function watchTasks(): void {
  const seen = { task: 0, tasks: 0, answer: 0, late: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.task = Math.max(seen.task, duration);
      seen.tasks += 1;
    }
  }).observe({ type: 'longtask' });
}

async function meet(page: Page, { folder }: Place, name: string): Promise<void> {
  const place = folder === undefined ? 'Use this site’s server' : 'Choose a folder…';
  await panel(page).getByRole('button', { name: place }).click();
  if (folder !== undefined) await pickFolder(page, folder);
  await panel(page).getByLabel('Name of this device').fill(name);
}

const figures = (page: Page) =>
  page.evaluate(async (months) => {
    const all = await Promise.all(months.map((month) => window.tokentab.getGlobalUsageStats(month)));
    return all.map(({ totalTokens, eventCount }) => [totalTokens, eventCount]);
  }, months);

/** The files that are left, once it says so. */
async function filesLeft(page: Page): Promise<number> {
  await expect(panel(page)).toContainText(taking, patient);
  const [, done, total] = taking.exec((await panel(page).textContent()) ?? '') ?? [];
  return Number(total) - Number(done) + 1;
}

/** Asks the database like a user who looks around, until the page is closed. */
async function lookAround(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Record<'task' | 'tasks' | 'answer' | 'late', number> };
    // Without those of opening the page.
    Object.assign(seen, { task: 0, tasks: 0 });
    const ask = async (): Promise<void> => {
      const askedAt = performance.now();
      // Whoever waits too long is told to try again.
      await window.tokentab.getAllUsageStats('2026-10').catch(() => (seen.late += 1));
      seen.answer = Math.max(seen.answer, performance.now() - askedAt);
      setTimeout(() => void ask(), 250);
    };
    void ask();
  });
}

async function pull(place: Place, watcher: Watcher): Promise<void> {
  const first = await device(place, watcher);
  const here = first.app.page;
  await insert(here, events);
  await askWorker(here, 'finishImport', {
    id: 'bench',
    finishedAt: Date.now(),
    wasCancelled: false,
    source: 'claude-code',
    files: 1,
    filesSkipped: 0,
    problems: [],
  });
  const sharedAt = performance.now();
  await open(here, '/settings');
  await meet(here, place, 'Laptop');
  await panel(here).getByRole('button', { name: 'Start on this device' }).click();
  await expect(panel(here)).toContainText('No other device takes part yet.', patient);
  const said = [`${events} events shared in ${seconds(sharedAt)}, ${megabytes(place.stored())} stored`];
  const key = (await panel(here).getByText('AGE-SECRET-KEY-1').textContent()) ?? '';
  const expected = await figures(here);
  await first.end();

  const second = await device(place, watcher);
  try {
    let page = await open(second.app.page, '/settings');
    const before = place.received?.() ?? 0;
    await meet(page, place, 'Desktop');
    await panel(page).getByLabel('Key', { exact: true }).fill(key);
    const beganAt = performance.now();
    await panel(page).getByRole('button', { name: 'Join' }).click();
    const all = await filesLeft(page);
    expect(all).toBeGreaterThan(3);

    // Paused, it stays so after a reload, until the user continues.
    await panel(page).getByRole('button', { name: 'Pause' }).click();
    await expect(panel(page)).toContainText('Paused.', patient);
    await open(page, '/settings');
    await expect(panel(page)).toContainText('Paused.', patient);
    await panel(page).getByRole('button', { name: 'Continue' }).click();
    const left = [await filesLeft(page)];
    // The file that was being merged when the page was reloaded begins again.
    expect(left[0]).toBeLessThanOrEqual(all);

    // Its tab gives way to another one, its browser is closed, and killed, each in the middle.
    for (let round = 0; round < rounds(3); round += 1) {
      const last = left.at(-1) ?? 0;
      if (last < 3) break;
      await expect.poll(() => filesLeft(page), patient).toBeLessThan(last);
      if (round % 3 === 0) {
        const next = await open(await second.app.context.newPage(), '/settings');
        await page.close();
        page = next;
      } else {
        page = await launched(second.app, await second.app[round % 3 === 1 ? 'restart' : 'crash']());
        await open(page, '/settings');
      }
      left.push(await filesLeft(page));
      expect(left.at(-1)).toBeLessThan(last);
    }
    await lookAround(page);
    await expect(panel(page).getByRole('row', { name: /^Laptop/ })).toContainText('In sync', patient);
    said.push(`pulled in ${seconds(beganAt)} with files left ${[all, ...left].join(', ')}`);
    const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    said.push(
      `tasks over 50 ms: ${seen['tasks']}, longest ${ms(seen['task'])}; longest answer ${ms(seen['answer'])}, too late ${seen['late']}`,
    );
    expect(await figures(page)).toEqual(expected);
    expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    if (place.received) {
      const bytes = place.received() - before;
      said.push(`${megabytes(bytes)} received`);
      // Only the file that was being read at each stop comes again; files have about the same size.
      const file = place.stored() / (all - 1);
      expect(bytes).toBeLessThan(place.stored() + 1.1 * file * left.length);
    }
    console.info(said.join('\n'));
  } finally {
    await second.end();
  }
}

const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`;
const ms = (time = 0) => `${Math.round(time)} ms`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

test('a million events come through a folder, with pauses, restarts and a kill', async ({
  site,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  const folder = mkdtempSync(join(tmpdir(), 'tokentab-shared-'));
  await pull({ site, folder, stored: () => bytesIn(folder) }, watcher);
  rmSync(folder, { recursive: true });
});

test('a million events come through a server, with pauses, restarts and a kill', async () => {
  test.skip(program === undefined, 'There is no nats-server.');
  test.setTimeout(3_600_000);
  const server = await NatsServer.start();
  const proxy = await CountingProxy.before(server.ports.websocket);
  const site = await Site.open('build', { host: '127.0.0.1', port: proxy.port });
  const watcher = new Watcher(site.url);
  watcher.allow(/WebSocket connection to/);
  const received = () => proxy.received;
  await pull({ site, received, stored: () => bytesIn(join(server.folder, 'jetstream')) }, watcher);
  expect(watcher.takeRemaining()).toEqual([]);
  await site.stop();
  await proxy.close();
  await server.remove();
});
