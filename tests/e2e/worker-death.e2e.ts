import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines, writeBigLogFolder, writeLogFolder } from './support/log-folder';
import { closeItself, dieWhileReading, heldWorker, holdScanWorkers } from './support/scan-workers';
import { open, totalsByProject } from './support/tokentab';

const line = (id: string) =>
  claudeLine({ id, session: id, cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z', input: 95 });

const writeLogs = () =>
  writeLogFolder({
    // Too large to be read in a group.
    'bad.jsonl': lines(line('z')).repeat(500),
    'one.jsonl': lines(line('a')),
    'two.jsonl': lines(line('b')),
  });

test('a file that crashes every scan worker is reported, the rest is imported, and the next import works', async ({
  page,
}) => {
  const folder = await writeLogs();
  await open(page, '/import');
  await holdScanWorkers(page, 2);
  await importPage(page).folderInput.setInputFiles(folder.path);
  for (let death = 0; death < 2; death += 1) await dieWhileReading(page, await heldWorker(page));
  expect(await resultOf(page)).toMatchObject({ 'Files read': '2', 'Usage events added': '2', Problems: '1' });
  await expect(importPage(page).problems.getByRole('row').nth(1)).toContainText('bad.jsonl');
  await expect(importPage(page).problems).toContainText('The worker that reads files stopped');
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 200 });

  await importPage(page).folderInput.setInputFiles(folder.path);
  await expect(importPage(page).history.getByRole('row', { name: /Finished/ })).toHaveCount(2);
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 300 });
  await folder.remove();
});

test('a scan worker killed in the middle of a file loses nothing @long', async ({ page }) => {
  const folder = await writeLogs();
  await open(page, '/import');
  await holdScanWorkers(page, 1);
  await importPage(page).folderInput.setInputFiles(folder.path);
  await dieWhileReading(page, await heldWorker(page));
  expect(await resultOf(page)).toEqual({ 'Files read': '3', 'Usage events added': '3' });
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 300 });
  await folder.remove();
});

test('a scan worker that cannot be loaded is reported, and existing data is kept', async ({
  page,
  context,
  watcher,
}) => {
  watcher.allow(/ERR_FAILED/);
  // The service worker would provide the worker's script as soon as it controls the page.
  await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
  const folder = await writeLogs();
  await open(page, '/import');
  await context.route('**/scan-worker-*.js', (route) => route.abort());
  await importPage(page).folderInput.setInputFiles(folder.path);
  await expect(page.getByText('The part of Tokentab that reads files could not be started.')).toBeVisible();
  await context.unroute('**/scan-worker-*.js');
  await importPage(page).folderInput.setInputFiles(folder.path);
  expect(await resultOf(page)).toEqual({ 'Files read': '3', 'Usage events added': '3' });
  await folder.remove();
});

test('a database worker that dies during an import is replaced, the import continues and every total is exact', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const logs = await writeBigLogFolder({
    seed: 11,
    files: 12,
    responsesPerFile: 1_000,
    contentBytesPerResponse: 3_000,
  });
  await open(page, '/import');
  const [database] = page.workers();
  // Checked in the page, frame by frame: on a fast machine the import ends before a test can look twice from outside.
  const midst = page.waitForFunction(
    () => /[1-9][\d,]* usage events/.test(document.querySelector('main .running')?.textContent ?? ''),
    undefined,
    { timeout: 60_000 },
  );
  await importPage(page).folderInput.setInputFiles(logs.path);
  await midst;
  await closeItself(database!);
  await expect(importPage(page).history.getByRole('row', { name: /Finished/ })).toHaveCount(1, {
    timeout: 120_000,
  });
  const stats = await page.evaluate(() => window.tokentab.getGlobalUsageStats('2026-10'));
  expect(stats).toMatchObject({ eventCount: logs.events, totalTokens: logs.totalTokens });
  expect(await page.evaluate(() => window.tokentab.checkIntegrity())).toEqual({ ok: true, differences: [] });
  await logs.remove();
});

test('the app continues when its database worker dies, in one tab and in two', async ({ page, context }) => {
  await open(page, '/');
  const create = (name: string) => page.evaluate((name) => window.tokentab.createProject({ name }), name);
  await create('Before');
  await closeItself(page.workers()[0]!);
  await create('After');
  const names = (of: typeof page) =>
    of.evaluate(async () =>
      (await window.tokentab.getAllUsageStats()).projects.map((p) => p.projectName).sort(),
    );
  expect(await names(page)).toEqual(['After', 'Before']);

  const other = await open(await context.newPage(), '/');
  await closeItself(page.workers()[0]!);
  await create('With two');
  expect(await names(other)).toEqual(['After', 'Before', 'With two']);
  expect(await names(page)).toEqual(['After', 'Before', 'With two']);
});
