import { expect, test } from './support/app';
import { importPage, resultOf } from './support/import-page';
import { claudeLine } from './support/imports';
import { lines } from './support/log-folder';
import { share } from './support/share';
import { open, totalsByProject } from './support/tokentab';

const log = (id: string, name: string) => ({
  name,
  text: lines(
    claudeLine({ id, session: id, cwd: '/home/ada/shop', timestamp: '2026-10-02T09:00:00.000Z', input: 95 }),
  ),
});
const offer = (page: Parameters<typeof open>[0]) =>
  page.getByRole('region', { name: /shared with Tokentab$/ });

test('files shared to the app wait on the import page through a reload and a restart, also offline, until they are imported @own-browser', async ({
  app,
  site,
}) => {
  let page = await open(app.page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();

  await site.stop();
  await share(page, [log('a', 'one.jsonl'), log('b', 'two.jsonl'), { name: 'empty.csv', text: '' }]);
  await expect(page).toHaveURL(/\/import$/);
  await expect(offer(page)).toContainText('3 files were shared with Tokentab');
  await expect(offer(page)).toContainText('two.jsonl');
  // Any site could have posted it, so nothing is imported without asking.
  expect(await totalsByProject(page, '2026-10')).toEqual({});

  await page.reload();
  await expect(offer(page)).toContainText('3 files were shared');
  page = await app.restart();
  await open(page, '/import');
  // A second share is offered together with the first.
  await share(page, [log('c', 'three.jsonl')]);
  await expect(offer(page)).toContainText('4 files were shared');

  await offer(page).getByRole('button', { name: 'Import them' }).click();
  expect(await resultOf(page)).toMatchObject({
    'Files read': '3',
    'Usage events added': '3',
    'Files skipped': '1',
  });
  await expect(importPage(page).problems).toContainText('empty.csv');
  expect(await totalsByProject(page, '2026-10')).toEqual({ shop: 300 });
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible();
  await expect(importPage(page).history.getByRole('row', { name: /Finished/ })).toHaveCount(1);
  await expect(offer(page)).toHaveCount(0);
});

test('shared files can be discarded, and a share without files is reported @long @service-worker', async ({
  page,
}) => {
  await open(page, '/');
  await page.evaluate(() => navigator.serviceWorker.ready);

  await share(page, [log('a', 'one.jsonl')]);
  await expect(offer(page)).toContainText('1 file was shared with Tokentab');
  await offer(page).getByRole('button', { name: 'Discard' }).click();
  await expect(offer(page)).toHaveCount(0);

  await share(page, []);
  await expect(page.getByText('What you shared contained no files')).toBeVisible();
  // Shown once: the address no longer contains it.
  await expect(page).toHaveURL(/\/import$/);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Choose folder' })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  expect(await totalsByProject(page, '2026-10')).toEqual({});
});
