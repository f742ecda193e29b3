import { expect, test } from './support/app';
import { record } from './support/record';
import { askFile } from './support/sqlite-file';
import { open } from './support/tokentab';

// In a browser, because it is the browser that refuses even a file handle when the quota is used up.
test('when there is no space left, data can be read and saved but not changed @own-browser', async ({
  app,
}) => {
  await record(await open(app.page), [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  const session = await app.context.newCDPSession(app.page);
  const origin = app.site.url;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
  await app.page.goto('/?month=2026-10');
  await expect(app.page.getByRole('table', { name: 'Projects' })).toContainText('Shop');
  const banner = app.page.getByRole('region', { name: 'Read-only' });
  await expect(banner).toContainText('nothing can be saved');

  const refused = await app.page.evaluate(() =>
    window.tokentab.createProject({ name: 'No' }).catch((error: unknown) => {
      const { code, message } = error as { code: string; message: string };
      return `${code}: ${message}`;
    }),
  );
  expect(refused).toMatch(/^StorageFull: .*so your data is read-only/);
  const follower = await open(await app.context.newPage());
  await expect(follower.getByRole('region', { name: 'Read-only' })).toBeVisible();
  await follower.close();

  const downloading = app.page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Save a copy' }).click();
  expect(
    await askFile(await (await downloading).path(), 'SELECT sum(total_tokens) FROM usage_events'),
  ).toEqual([[10]]);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await banner.getByRole('button', { name: 'Try again' }).click();
  await app.page.evaluate(() => window.tokentab.ready);
  await expect(banner).toHaveCount(0);
  await record(app.page, [{ project: 'Shop', at: '2026-10-06T12:00:00Z', tokens: 7 }]);
});
