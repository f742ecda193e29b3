import { expect, test, vi } from 'vitest';
import type { ConnectionStatus } from '../../src/lib/protocol/messages';
import { newProject, openReadyTab, patience, roleOf, useFreshStorage, type Tab } from './support/clients';

useFreshStorage();

function becomes({ client }: Tab, state: ConnectionStatus['state']): Promise<void> {
  return vi.waitFor(() => expect(client.status.state).toBe(state), { timeout: patience, interval: 10 });
}

test('a newer tab takes over from an older leader, which stops writing', async () => {
  const older = await openReadyTab({ app: '2026-11-01T00:00:00.000Z' });
  await older.client.call('createProject', newProject('Alpha'));

  const newer = await openReadyTab({ app: '2026-11-02T00:00:00.000Z' });
  expect(roleOf(newer)).toBe('leader');
  await becomes(older, 'outdated');
  expect(await newer.client.call('getProjects')).toHaveLength(1);
  await expect(older.client.call('createProject', newProject('Beta'))).rejects.toMatchObject({
    code: 'NewerData',
  });
  expect(await newer.client.call('getProjects')).toHaveLength(1);
});

test('all older tabs stop at once, not one after another', async () => {
  const older = [
    await openReadyTab({ app: '1' }),
    await openReadyTab({ app: '1' }),
    await openReadyTab({ app: '1' }),
  ];
  const newer = await openReadyTab({ app: '2' });
  await Promise.all(older.map((tab) => becomes(tab, 'outdated')));
  expect(roleOf(newer)).toBe('leader');
});

test('an older tab that opens next to a newer one learns that before it writes', async () => {
  const newer = await openReadyTab({ app: '10' });
  const older = openReadyTab({ app: '9' });
  await expect(older).rejects.toMatchObject({ code: 'NewerData' });
  expect(roleOf(newer)).toBe('leader');
});
