import { cp, open as openFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { figures } from './support/figures';
import { rounds, Tally } from './support/rounds';

/** The pool's largest file, which holds the database, in the profile on disk. */
async function databaseFile(profile: string): Promise<string> {
  const names = await readdir(profile, { recursive: true });
  const files = names
    .filter((name) => /File System\/.*\/t\/00\/\d+$/.test(name))
    .map((name) => join(profile, name));
  const sizes = await Promise.all(files.map(async (file) => [(await stat(file)).size, file] as const));
  const largest = sizes.toSorted(([a], [b]) => b - a)[0];
  if (largest === undefined) throw new Error(`There is no OPFS file in ${profile}.`);
  return largest[1];
}

async function flipBit(path: string, position: number): Promise<void> {
  const file = await openFile(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, position);
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << Math.floor(Math.random() * 8)), 0);
  await file.write(byte, 0, 1, position);
  await file.close();
}

test('a flipped bit in the stored database is detected, or changes no number @own-browser', async ({
  app,
  watcher,
}) => {
  test.setTimeout(3_600_000);
  // SQLite logs to the console which statement met the damage.
  watcher.allow(/./);
  await app.page.goto('/');
  await app.page.evaluate(() => window.tokentab.ready);
  await importTexts(app.page, bigLog('flipped', 4).files);
  const intact = await figures(app.page);
  await app.close();
  const copy = `${app.profileFolder}-intact`;
  await cp(app.profileFolder, copy, { recursive: true });

  const tally = new Tally();
  for (let round = 0; round < rounds(9); round += 1) {
    await rm(app.profileFolder, { recursive: true, force: true, maxRetries: 20 });
    await cp(copy, app.profileFolder, { recursive: true });
    const file = await databaseFile(app.profileFolder);
    const { size } = await stat(file);
    // The pool's header, SQLite's first pages with the schema, and anywhere.
    const [from, to] = [[0, 528] as const, [4_096, 20_480] as const, [0, size] as const][round % 3] ?? [
      0,
      size,
    ];
    const position = Math.floor(from + Math.random() * (to - from));
    await flipBit(file, position);
    const page = await app.launch();
    await page.goto('/');
    const outcome = await page.evaluate(() =>
      window.tokentab.ready
        .then(() => window.tokentab.checkIntegrity())
        .then(
          ({ ok }) => (ok ? 'opened' : 'found by the check'),
          () => 'refused',
        ),
    );
    tally.add(outcome);
    if (outcome === 'opened') {
      expect(await figures(page), `byte ${position} of ${size}: nothing noticed it`).toBe(intact);
    }
    await app.close();
  }
  await rm(copy, { recursive: true, force: true, maxRetries: 20 });
  await app.launch();
  console.info(`flipped bits: ${String(tally)}`);
});
