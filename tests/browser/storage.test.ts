import { expect, test, vi } from 'vitest';
import { startDatabaseWorker } from '../../src/lib/client/database-worker';
import { newProject, openReadyTab, openTab, patience, timeoutsOf, useFreshStorage } from './support/clients';
import { rawSql } from './support/raw-sql';

useFreshStorage();

const failFourthHandle = () =>
  new Worker(new URL('./support/fail-fourth-handle-worker.ts', import.meta.url), { type: 'module' });
const refuseStorage = () =>
  new Worker(new URL('./support/refuse-storage-worker.ts', import.meta.url), { type: 'module' });

async function holdOneHandle(): Promise<Worker> {
  const worker = new Worker(new URL('./support/holding-worker.ts', import.meta.url), { type: 'module' });
  await new Promise((resolve) => (worker.onmessage = resolve));
  return worker;
}

test('data stored by one tab is there for the next one', async () => {
  const first = await openReadyTab();
  const project = await first.client.call('createProject', newProject('Alpha'));
  first.client.close();

  const second = await openReadyTab();
  expect(await second.client.call('getProjects')).toEqual([project]);
});

test('a handle that fails once while the pool starts is retried', async () => {
  const before = await openReadyTab();
  const project = await before.client.call('createProject', newProject('Alpha'));
  before.client.close();

  const after = await openReadyTab({ startWorker: failFourthHandle });
  expect(await after.client.call('getProjects')).toEqual([project]);
});

test('missing storage is reported, and nothing else is opened instead', async () => {
  const tab = openTab({ startWorker: refuseStorage });
  await expect(tab.client.ready).rejects.toMatchObject({ code: 'NoStorage' });
  await expect(tab.client.call('createProject', newProject('Alpha'))).rejects.toMatchObject({
    code: 'NoStorage',
  });
});

test('storage in use elsewhere is reported, and retried when the user returns', async () => {
  const before = await openReadyTab();
  await before.client.call('createProject', newProject('Alpha'));
  before.client.close();
  const holder = await holdOneHandle();

  const tab = openTab();
  await expect(tab.client.ready).rejects.toMatchObject({ code: 'StorageBusy' });
  holder.terminate();
  dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(tab.client.status.state).toBe('ready'), { timeout: patience, interval: 20 });
  expect(await tab.client.call('getProjects')).toHaveLength(1);
});

test('a database of a newer Tokentab is refused and left unchanged', async () => {
  const tab = await openReadyTab();
  await tab.client.call('createProject', newProject('Alpha'));
  tab.client.close();
  await rawSql('PRAGMA user_version = 4000');

  const older = openTab();
  await expect(older.client.ready).rejects.toMatchObject({ code: 'NewerData' });
  await expect(older.client.call('createProject', newProject('Beta'))).rejects.toMatchObject({
    code: 'NewerData',
  });
  older.client.close();
  expect(await rawSql('PRAGMA user_version')).toEqual([[4000]]);
});

test('the memory database belongs to its tab and touches no storage', async () => {
  const one = await openReadyTab({}, 'memory');
  const other = await openReadyTab({}, 'memory');
  await one.client.call('createProject', newProject('Alpha'));
  expect(await other.client.call('getProjects')).toEqual([]);
  const root = await navigator.storage.getDirectory();
  await expect(root.getDirectoryHandle('.tokentab-main')).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('the copy made before a migration is a complete database and replaces the earlier copy', async () => {
  const tab = await openReadyTab();
  await tab.client.call('createProject', newProject('Alpha'));
  tab.client.close();
  for (let round = 0; round < 8; round += 1) await rawSql('SELECT 1', { keepCopy: true });

  // Eight separate copies would not fit into the pool's six slots.
  const again = await openReadyTab();
  expect(await again.client.call('getProjects')).toHaveLength(1);
});

test('a call that is not answered in time rejects', async () => {
  const worker = startDatabaseWorker();
  const tab = openTab({ timeouts: timeoutsOf(50), startWorker: () => worker });
  await expect(tab.client.call('checkIntegrity')).rejects.toMatchObject({ code: 'LeaderLost' });

  await tab.client.ready;
  vi.spyOn(worker, 'postMessage').mockReturnValue();
  await expect(tab.client.call('getProjects')).rejects.toMatchObject({ code: 'Timeout' });
});
