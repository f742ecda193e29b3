import { expect, test, vi } from 'vitest';
import { newProject, openReadyTab, openTab, patience, roleOf, useFreshStorage } from './support/clients';

useFreshStorage();

const names = async (tab: Awaited<ReturnType<typeof openReadyTab>>) =>
  (await tab.client.call('getProjects')).map(({ name }) => name).toSorted();

test('a database worker that is killed while working is replaced: every call is answered, and nothing is lost or duplicated', async () => {
  const tab = await openReadyTab();
  const calls = Array.from({ length: 200 }, (_, index) =>
    tab.client.call('createProject', newProject(`Project ${index}`)),
  );
  await calls[20];
  tab.killWorker();
  await Promise.all(calls);
  expect(await tab.client.call('getProjects')).toHaveLength(200);
  expect(await tab.client.call('checkIntegrity')).toEqual({ ok: true, differences: [] });
  expect(roleOf(tab)).toBe('leader');
});

test('another tab leads while a killed worker is replaced, and both see the same data', async () => {
  const [leader, follower] = [await openReadyTab(), await openReadyTab()];
  await leader.client.call('createProject', newProject('Before'));
  leader.killWorker();
  await Promise.all(
    [leader, follower].map(({ client }) => client.call('createProject', newProject('After'))),
  );
  expect(await names(leader)).toEqual(['After', 'After', 'Before']);
  expect(await names(follower)).toEqual(['After', 'After', 'Before']);
});

test('a follower whose worker is killed follows again', async () => {
  const [leader, follower] = [await openReadyTab(), await openReadyTab()];
  follower.killWorker();
  await follower.client.call('createProject', newProject('Alpha'));
  expect([roleOf(leader), roleOf(follower)]).toEqual(['leader', 'follower']);
  expect(await names(leader)).toEqual(['Alpha']);
});

test('a worker that is killed repeatedly is reported as an error instead of restarted forever', async () => {
  const tab = openTab();
  const failed = vi.waitUntil(() => tab.client.status.state === 'failed', { timeout: patience });
  tab.client.onStatus(({ state }) => state === 'ready' && tab.killWorker());
  await failed;
  await expect(tab.client.call('getProjects')).rejects.toMatchObject({
    code: 'Unexpected',
    problem: 'database-worker-stopped',
  });
});

test('a memory database is reported as lost', async () => {
  const tab = await openReadyTab({}, 'memory');
  await tab.client.call('createProject', newProject('Alpha'));
  tab.killWorker();
  await vi.waitUntil(() => tab.client.status.state === 'failed', { timeout: patience });
  await expect(tab.client.call('getProjects')).rejects.toMatchObject({ code: 'StorageGone' });
});
