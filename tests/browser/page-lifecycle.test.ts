import { expect, test, vi } from 'vitest';
import { newProject, openReadyTab, patience, roleOf, useFreshStorage } from './support/clients';
import { tables } from '../../src/lib/protocol/commands';

useFreshStorage();

function sleep(): void {
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
}

function wake(): void {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
}

test('a page in the back/forward cache releases the database, and its open calls are answered when it returns', async () => {
  const tab = await openReadyTab();
  const call = tab.client.call('createProject', newProject('Alpha'));
  sleep();
  await vi.waitFor(
    async () => {
      const { held = [] } = await navigator.locks.query();
      expect(held.filter(({ name }) => name === 'tokentab-main')).toEqual([]);
    },
    { timeout: patience },
  );
  wake();
  expect(await call).toMatchObject({ name: 'Alpha' });
  expect(roleOf(tab)).toBe('leader');
});

test('a page that becomes visible again is told to read everything again', async () => {
  const tab = await openReadyTab();
  const told = new Promise((resolve) => tab.client.onChange(resolve));
  dispatchEvent(new Event('focus'));
  expect(await told).toEqual([...tables]);
});

test('a tab that follows a new leader is told to read everything again', async () => {
  const leader = await openReadyTab();
  const follower = await openReadyTab();
  const told = new Promise((resolve) => follower.client.onChange(resolve));
  leader.client.close();
  expect(await told).toEqual([...tables]);
  expect(roleOf(follower)).toBe('leader');
});

test('a closed connection rejects calls with the reason', async () => {
  const tab = await openReadyTab();
  const open = tab.client.call('getProjects');
  tab.client.close();
  await expect(open).rejects.toMatchObject({ code: 'Cancelled' });
  await expect(tab.client.call('getProjects')).rejects.toMatchObject({ code: 'Cancelled' });
});
