import { expect, test } from './support/app';
import { record } from './support/record';
import { open } from './support/tokentab';

// In a browser, because only pages of one origin share a channel. Unit tests prove which messages are ignored.
test('another page of the origin can’t stop the tabs by odd messages, and a backup undoes what it deletes @long', async ({
  app,
  watcher,
}) => {
  const page = await open(app.page, '/settings');
  const { Shop: id = '' } = await record(page, [{ project: 'Shop', at: '2026-10-05T12:00:00Z', tokens: 10 }]);
  const panel = page.getByRole('region', { name: 'Data safety' });
  await panel.getByRole('button', { name: 'Back up now' }).click();
  await expect(panel.getByRole('row')).toHaveCount(2);
  const tabs = [page, await open(await app.context.newPage())];
  const totals = () =>
    Promise.all(
      tabs.map((tab) =>
        tab.evaluate(async () => (await window.tokentab.getGlobalUsageStats('2026-10')).totalTokens),
      ),
    );

  const stranger = await app.context.newPage();
  await stranger.goto('/icon-192.png');
  const post = (...messages: unknown[]) =>
    stranger.evaluate((messages) => {
      const channel = new BroadcastChannel('tokentab-main');
      for (const message of messages) channel.postMessage(message);
    }, messages);
  const version = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const channel = new BroadcastChannel('tokentab-main');
        channel.onmessage = ({ data }: MessageEvent<{ kind: string; version?: unknown }>) => {
          if (data.kind !== 'leader') return;
          channel.close();
          resolve(data.version);
        };
        channel.postMessage({ kind: 'who' });
      }),
  );
  const call = { kind: 'call', from: 'stranger', args: [] };
  await post(
    null,
    'who',
    { kind: 'leader', version: null },
    { kind: 'step-down' },
    { kind: 'changed', epoch: 'no', tables: null },
    { ...call, id: '1', command: 'constructor' },
    { ...call, id: '2', command: 'deleteProject', args: [{ id }] },
    { kind: 'changed', epoch: 'no', tables: ['nothing'] },
    // No such leader: its followers notice that nobody answers.
    { kind: 'leader', epoch: 'no', version },
    { kind: 'answer', to: 'nobody', id: '1', epoch: 'no', answer: { ok: true, value: 1 } },
  );
  expect(await totals()).toEqual([10, 10]);

  // It could as well delete the files, so this is not prevented (SECURITY.md).
  await post(
    { ...call, id: '3', command: 'deleteProject', args: [id, Date.now()] },
    { ...call, id: '4', command: 'removeDeletedProject', args: [id] },
  );
  await expect.poll(totals).toEqual([0, 0]);
  await panel.getByRole('button', { name: /^Restore the backup of/ }).click();
  await page.getByRole('button', { name: 'Replace current data' }).click();
  await expect.poll(totals).toEqual([10, 10]);

  watcher.allow(/NewerData|newer/i);
  await post({ kind: 'step-down', version: { app: '9999', schema: 99 } });
  await stranger.close();
  for (const tab of tabs) {
    await tab.goto('about:blank');
    await open(tab);
  }
  expect(await totals()).toEqual([10, 10]);
});
