import { expect, test } from './support/app';
import { holdImport } from './support/held-import';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines, writeBigLogFolder, writeLogFolder } from './support/log-folder';
import { tellLongestTask, watchLongTasks } from './support/long-tasks';
import { actFast } from './support/fast-user';
import { open, totalsByProject } from './support/tokentab';

const month = '2026-10';
const intact = { ok: true, differences: [] };
/** For work without a known duration. */
const patient = { timeout: 120_000 };

test('a big import shows its progress, leaves the app usable, stops in whole batches, and is completed by importing again', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const logs = await writeBigLogFolder({
    seed: 7,
    files: 40,
    responsesPerFile: 600,
    contentBytesPerResponse: 12_000,
  });
  const { folderInput, history } = importPage(page);
  await open(page, '/import');
  await watchLongTasks(page);
  // Stops halfway, so that it can't end before the test cancels it.
  const letGo = await holdImport(page, { after: 20 });

  // Other pages work meanwhile, and the import continues without its own page.
  const hands = await actFast(page, [
    {
      sees: '\\d+ of 40 files · .+ of \\S+ MB · [1-9][\\d,]* usage events',
      clicks: 'Settings',
      within: 'nav',
    },
    { sees: 'Days and months follow this time zone', clicks: 'Import', within: 'nav' },
    // By then a whole batch is on its way.
    {
      sees: '\\d+ of 40 files · .+ · (?:[3-9]|\\d\\d),\\d{3} usage events',
      clicks: 'Cancel',
      within: 'main',
    },
  ]);
  await folderInput.setInputFiles(logs.path);
  const [atFirst, , atLast] = await hands();
  const megabytes = (logs.bytes / 1e6).toFixed(1);
  expect(atFirst).toContain(` of ${megabytes} MB `);
  expect(Number.parseInt(atLast ?? '')).toBeLessThan(40);
  const stopped = await resultOf(page, 'Import stopped');
  await tellLongestTask(page, `an import of ${Math.round(logs.bytes / 1e6)} MB until it was stopped`);
  await expect(history.getByRole('row', { name: /Stopped/ })).toHaveCount(1);

  const part = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  expect(part.eventCount).toBeGreaterThan(0);
  expect(part.eventCount).toBeLessThan(logs.events);
  expect(part.eventCount.toLocaleString('en-US')).toBe(stopped['Usage events added']);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual(intact);

  await letGo();
  await watchLongTasks(page);
  const began = Date.now();
  await folderInput.setInputFiles(logs.path);
  await expect(history.getByRole('row', { name: /Finished/ })).toHaveCount(1, patient);
  console.info(`a whole import of ${Math.round(logs.bytes / 1e6)} MB: ${Date.now() - began} ms`);
  await tellLongestTask(page, 'the same import to its end');
  const whole = await page.evaluate((month) => window.tokentab.getGlobalUsageStats(month), month);
  expect(whole).toMatchObject({ eventCount: logs.events, totalTokens: logs.totalTokens });
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual(intact);
  await logs.remove();
});

test('undoing an import removes exactly its events, and importing again restores them @smoke', async ({
  page,
}) => {
  const line = (id: string, input: number, output: number, cwd = '/home/ada/shop') =>
    claudeLine({ id, cwd, session: cwd, timestamp: '2026-10-02T09:00:00.000Z', input, output });
  const earlier = await writeLogFolder({ 'one.jsonl': lines(line('a', 90, 10), line('b', 180, 20)) });
  // A known response with a larger total, a known one, two new ones, and a new project.
  const later = await writeLogFolder({
    'one.jsonl': lines(line('a', 90, 10), line('b', 180, 520), line('c', 30, 3)),
    'two.jsonl': lines(line('d', 7, 7, '/home/ada/blog')),
  });
  const { folderInput, undo, history } = importPage(page);
  await open(page, '/import');

  await folderInput.setInputFiles(earlier.path);
  await resultOf(page);
  const before = await page.evaluate((month) => window.tokentab.getAllUsageStats(month), month);
  expect(await totalsByProject(page, month)).toEqual({ shop: 300 });

  await folderInput.setInputFiles(later.path);
  await expect(undo).toHaveCount(2);
  expect(await resultOf(page)).toEqual({
    'Files read': '2',
    'Usage events added': '2',
    'Replaced by a more complete record': '1',
    'Already known': '1',
  });
  const after = { shop: 833, blog: 14 };
  expect(await totalsByProject(page, month)).toEqual(after);

  // The newest import is first in the list.
  await undo.first().click();
  await expect(history.getByRole('row', { name: /Undone/ })).toHaveCount(1);
  expect(await page.evaluate((month) => window.tokentab.getAllUsageStats(month), month)).toEqual(before);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual(intact);
  await expect(undo).toHaveCount(1);

  await folderInput.setInputFiles(later.path);
  await expect(history.getByRole('row', { name: /Finished/ })).toHaveCount(2);
  expect(await totalsByProject(page, month)).toEqual(after);

  // The earlier one alone may go as well; what the later one brought or knew better stays.
  await undo.last().click();
  await expect(history.getByRole('row', { name: /Undone/ })).toHaveCount(2);
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual(intact);
  expect(await totalsByProject(page, month)).toEqual({ shop: 733, blog: 14 });
  for (const folder of [earlier, later]) await folder.remove();
});
