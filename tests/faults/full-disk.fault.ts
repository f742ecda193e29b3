import { execFileSync } from 'node:child_process';
import { open as openFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from '../e2e/support/app';
import { importTexts } from '../e2e/support/imports';
import { bigLog } from './support/big-log';
import { integrity } from './support/figures';
import { rounds, Tally } from './support/rounds';

/** A file system of 160 MB in memory, which only root can make: the browser's profile lies on it. */
let disk: string | undefined;
const before = process.env['TMPDIR'];

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokentab-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], { stdio: 'ignore' });
    disk = process.env['TMPDIR'] = folder;
  } catch {
    await rm(folder, { recursive: true });
  }
});

test.afterAll(async () => {
  if (disk === undefined) return;
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  execFileSync('umount', ['--lazy', disk]);
  await rm(disk, { recursive: true, force: true });
});

/** Writes until nothing more fits. */
async function fill(path: string): Promise<void> {
  const file = await openFile(path, 'w');
  for (let bytes = 1_048_576; bytes >= 4_096; bytes /= 2) {
    const block = Buffer.alloc(bytes, 1);
    try {
      for (;;) await file.write(block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  await file.close();
}

/** The page's answer to whether its data is there: its figures, or the code of the reason that it gives. */
const october = (page: Page): Promise<number | string> =>
  page.evaluate(() =>
    window.tokentab.ready
      .then(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens)
      .catch((error: unknown) => (error as { code: string }).code),
  );

test('a disk that is really full loses nothing that was acknowledged without saying so @own-browser', async ({
  app,
  watcher,
}) => {
  test.skip(disk === undefined, 'Only root can mount a small file system.');
  test.setTimeout(3_600_000);
  watcher.allow(/./);
  const filler = join(disk ?? '', 'filler');
  const { page: first } = app;
  await first.goto('/');
  await first.evaluate(() => window.tokentab.ready);
  const kept = bigLog('kept', 10);
  await importTexts(first, kept.files);
  // Chromium notes some seconds late that a new site stores something. If the disk is full before that, it drops all
  // that the site has stored, with every note about it, and nobody can tell this from a first visit.
  await first.waitForTimeout(8_000);
  let stored = kept.tokens;
  const tally = new Tally();
  for (let round = 0; round < rounds(2); round += 1) {
    const { page } = app;
    await fill(filler);
    const log = bigLog(`round-${round}`, 10);
    const code = await importTexts(page, log.files).then(
      ({ problems }) => (problems.length === 0 ? 'imported' : 'imported in part'),
      (error: unknown) =>
        /full|cleared|disk/i.test(String(error)) ? 'refused' : `refused: ${String(error)}`,
    );
    expect(code).not.toMatch(/refused:/);
    const open = await october(page);
    // A full disk can make the browser drop the files of an open site: then the page has to say so.
    if (typeof open === 'number') {
      expect(open).toBeGreaterThanOrEqual(stored);
      expect(await integrity(page)).toEqual({ ok: true, differences: [] });
    } else expect(open).toBe('StorageGone');
    const size = await page.evaluate(async () => (await window.tokentab.exportDatabase()).size);
    expect(size).toBeGreaterThan(100_000);

    await app.crash();
    const full = app.page;
    await full.goto('/');
    // Still full: everything is there, to read at least, or its absence is said.
    const whileFull = await october(full);
    if (whileFull === 0) await expect(full.getByText('Your usage is no longer here')).toBeVisible();
    else if (typeof whileFull === 'number') expect(whileFull).toBeGreaterThanOrEqual(stored);
    else expect(whileFull).toMatch(/DataMissing|StorageFull|NoStorage/);
    await rm(filler);
    const again = await app.crash();
    await again.goto('/');
    let after = await october(again);
    // Chromium may have dropped all that the site stored; then the first page says that something is missing.
    if (after === 0) {
      const notice = again.getByRole('region', { name: 'Your usage is no longer here' });
      await expect(notice).toBeVisible();
      after = 'missed';
    }
    tally.add(
      `${code}, ${typeof open === 'number' ? 'open' : open}, ${typeof after === 'number' ? 'kept' : after}`,
    );
    if (typeof after === 'number') {
      expect(after).toBeGreaterThanOrEqual(stored);
      expect(await integrity(again)).toEqual({ ok: true, differences: [] });
    } else {
      // The browser itself removed the files. It is said, and the user decides.
      expect(after).toMatch(/DataMissing|missed/);
      await again.getByRole('button', { name: /^(Start with an empty database|OK)$/ }).click();
      await again.evaluate(() => window.tokentab.ready);
      await importTexts(again, kept.files);
    }
    await importTexts(again, log.files);
    stored = Number(await october(again));
    expect(stored).toBeGreaterThanOrEqual(kept.tokens + log.tokens);
  }
  console.info(`full disks: ${String(tally)}`);
});
