import { cp, open as openFile, rm, truncate } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import type { App } from '../e2e/support/running-app';
import { bigLog } from './support/big-log';
import { figures } from './support/figures';
import { storedFiles } from './support/stored-files';
import { rounds, Tally } from './support/rounds';

/** Changes the bytes from `from` on; returns where. */
async function change(
  path: string,
  from: number,
  length: number,
  to: (byte: number) => number,
): Promise<void> {
  const file = await openFile(path, 'r+');
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, from);
  await file.write(
    bytes.map((byte) => to(byte)),
    0,
    bytesRead,
    from,
  );
  await file.close();
}

const flipBit = (path: string, at: number) =>
  change(path, at, 1, (byte) => byte ^ (1 << Math.floor(Math.random() * 8)));
const zero = (path: string, from: number, length: number) => change(path, from, length, () => 0);
const noise = (path: string, from: number, length: number) =>
  change(path, from, length, () => Math.floor(Math.random() * 256));

/** A closed browser whose database has usage, which each `tryOut` damages again. */
class Damaged {
  private constructor(
    private readonly app: App,
    private readonly copy: string,
    private readonly intact: string,
  ) {}

  static async prepare(app: App): Promise<Damaged> {
    await app.page.goto('/');
    await app.page.evaluate(() => window.tokentab.ready);
    await importTexts(app.page, bigLog('damaged', 4).files);
    const intact = await figures(app.page);
    await app.close();
    const copy = `${app.profileFolder}-intact`;
    await cp(app.profileFolder, copy, { recursive: true });
    return new Damaged(app, copy, intact);
  }

  /** Fails if nothing notices the damage and yet a figure differs, or if writing goes on once it was found. */
  async tryOut(name: string, damage: (path: string, size: number) => Promise<unknown>): Promise<string> {
    const { app } = this;
    await rm(app.profileFolder, { recursive: true, force: true, maxRetries: 20 });
    await cp(this.copy, app.profileFolder, { recursive: true });
    const [database] = await storedFiles(app.profileFolder);
    if (database === undefined) throw new Error(`There is no OPFS file in ${app.profileFolder}.`);
    await damage(database.path, database.bytes);
    const page = await app.launch();
    await page.goto('/');
    const outcome = await page.evaluate(async () => {
      try {
        await window.tokentab.ready;
      } catch {
        return 'refused';
      }
      try {
        const { ok, differences } = await window.tokentab.checkIntegrity();
        if (ok) return 'opened';
        const isFile = differences.some((each) => each.startsWith('The database file is damaged'));
        return isFile ? 'found by the check' : 'found in the figures';
      } catch {
        return 'met by the check';
      }
    });
    if (outcome === 'opened') expect(await figures(page), `${name}: nothing noticed it`).toBe(this.intact);
    if (outcome === 'refused')
      await expect(page.getByRole('button', { name: 'Save the raw file' })).toBeVisible();
    if (outcome === 'found by the check' || outcome === 'met by the check') await expectNoMoreWriting(page);
    await app.close();
    return outcome;
  }

  async end(): Promise<void> {
    await rm(this.copy, { recursive: true, force: true, maxRetries: 20 });
    await this.app.launch();
  }
}

/** The settings' check stops all writing, and offers ways to get the data back. */
async function expectNoMoreWriting(page: Page): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Check integrity' }).click();
  await expect(page.getByRole('region', { name: 'Read-only' })).toContainText('Damage was found');
  await expect(page.getByRole('region', { name: 'Get your data back' })).toBeVisible();
  const code = await page.evaluate(() =>
    window.tokentab.createProject({ name: 'No' }).then(
      () => 'written',
      (error: unknown) => (error as { code: string }).code,
    ),
  );
  expect(code).toBe('Corrupt');
}

test('a flipped bit in the stored database is detected, or changes no number @own-browser', async ({
  app,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  // SQLite logs to the console which statement met the damage.
  watcher.allow(/./);
  const damaged = await Damaged.prepare(app);
  const tally = new Tally();
  for (let round = 0; round < rounds(9); round += 1) {
    const outcome = await damaged.tryOut('flipped', async (path, size) => {
      // The pool's header, SQLite's first pages with the schema, and anywhere.
      const [from, to] = [[0, 528] as const, [4_096, 20_480] as const, [0, size] as const][round % 3] ?? [
        0,
        size,
      ];
      await flipBit(path, Math.floor(from + Math.random() * (to - from)));
    });
    tally.add(outcome);
  }
  await damaged.end();
  console.info(`flipped bits: ${String(tally)}`);
});

/** Of a file, from its first byte on: 4,096 bytes of the pool, then pages of SQLite. */
const pool = 4_096;
const page = 8_192;
const damages: Record<string, (path: string, size: number) => Promise<unknown>> = {
  'the magic': (path) => zero(path, pool, 1),
  'the page size': (path) => noise(path, pool + 16, 2),
  'the first page': (path) => zero(path, pool, page),
  'the second page': (path) => zero(path, pool + page, page),
  'a page in the middle': (path, size) => zero(path, pool + page * Math.floor(size / page / 2), page),
  'the last page': (path, size) => zero(path, size - page, page),
  'every tenth page': async (path, size) => {
    for (let at = pool + 3 * page; at + page <= size; at += 10 * page) await zero(path, at, page);
  },
  '16 bytes anywhere': (path, size) => noise(path, pool + Math.floor(Math.random() * (size - pool - 16)), 16),
  '4,096 bytes anywhere': (path, size) =>
    noise(path, pool + Math.floor(Math.random() * (size - pool - 4_096)), 4_096),
  '5,000 bytes at the end': (path, size) => truncate(path, size - 5_000),
  'half of the file': (path, size) => truncate(path, Math.floor(size / 2)),
  'all but the header of the pool': (path) => truncate(path, pool),
  'user_version 999': (path) => change(path, pool + 62, 2, () => 3),
  'user_version 0': (path) => zero(path, pool + 60, 4),
};

test('every kind of damage is noticed, or changes no figure, and nothing is written once it is found @own-browser', async ({
  app,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  watcher.allow(/./);
  const damaged = await Damaged.prepare(app);
  const names = Object.keys(damages);
  // A short round tries a few of them, chosen by chance.
  const tried = names.toSorted(() => Math.random() - 0.5).slice(0, rounds(4));
  for (const name of tried) {
    const outcome = await damaged.tryOut(name, damages[name] ?? (() => Promise.resolve()));
    console.info(`damage of ${name}: ${outcome}`);
  }
  await damaged.end();
});
