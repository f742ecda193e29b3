import { expect, test } from 'vitest';
import { newProject, openReadyTab, useFreshStorage } from './support/clients';

useFreshStorage();

const startWorker = () =>
  new Worker(new URL('./support/cleared-storage-worker.ts', import.meta.url), { type: 'module' });

test('when the site’s data is cleared, writing stops, every tab reports it, and the export is still complete', async () => {
  const leader = await openReadyTab({ startWorker });
  const follower = await openReadyTab();
  await follower.client.call('createProject', newProject('Alpha'));

  const told = [leader, follower].map(
    ({ client }) =>
      new Promise((resolve) =>
        client.onStatus((status) => status.state === 'failed' && resolve(status.error.code)),
      ),
  );
  const clearing = new BroadcastChannel('clear-site-data');
  const cleared = new Promise((resolve) => (clearing.onmessage = resolve));
  clearing.postMessage(null);
  // The page's own messages to the worker may overtake those of the channel.
  await cleared;
  clearing.close();
  dispatchEvent(new Event('focus'));
  expect(await Promise.all(told)).toEqual(['StorageGone', 'StorageGone']);

  for (const { client } of [leader, follower]) {
    await expect(client.call('createProject', newProject('Beta'))).rejects.toMatchObject({
      code: 'StorageGone',
    });
    const bytes = await client.call('exportDatabase');
    expect(new TextDecoder().decode(bytes.slice(0, 15))).toBe('SQLite format 3');
    expect(new TextDecoder('latin1').decode(bytes)).toContain('Alpha');
  }
  await expect(openReadyTab()).rejects.toMatchObject({ code: 'StorageGone' });
});
