import { expect, test, vi } from 'vitest';
import { readStoredFiles } from '../../src/lib/protocol/pool-files';
import { readIncidents, readMarker, savePlan } from '../../src/lib/protocol/safety-store';
import { runsAll } from '../budget';
import { newProject, openReadyTab, openTab, patience, useFreshStorage } from './support/clients';
import { damageDatabaseFile } from './support/damage-pool';

// In a browser, as the library that empties what it doesn't know only runs over OPFS.
useFreshStorage();

async function storeOneProject(): Promise<void> {
  const tab = await openReadyTab();
  await tab.client.call('createProject', newProject('Alpha'));
  tab.client.checkStorage();
  await vi.waitFor(async () => expect((await readMarker('main'))?.projects).toBeGreaterThan(0), {
    timeout: patience,
    interval: 10,
  });
  tab.client.close();
}

const names = async () => (await (await openReadyTab()).client.call('getProjects')).map(({ name }) => name);

/** Opening a database in a browser takes a second, so only `npm run test:all` tries all of them. */
function usually<Value>(all: Record<string, Value>, some: string[]): [string, Value][] {
  return Object.entries(all).filter(([name]) => runsAll || some.includes(name));
}

const harmless: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'one bit of the name': (bytes) => bytes.with(3, (bytes[3] ?? 0) ^ 1),
  'one bit of the digest': (bytes) => bytes.with(517, (bytes[517] ?? 0) ^ 1),
  'the flags': (bytes) => bytes.with(514, (bytes[514] ?? 0) ^ 1),
  'the whole first sector': (bytes) => bytes.slice().fill(0, 0, 4_096),
};

for (const [part, change] of usually(harmless, ['the flags', 'the whole first sector'])) {
  test(`a pool file that lost ${part} keeps its database, and the user is told`, async () => {
    await storeOneProject();
    await damageDatabaseFile(change);
    expect(await names()).toContain('Alpha');
    expect(await readIncidents()).toMatchObject([{ kind: 'header' }]);
  });
}

const losses: Record<string, (bytes: Uint8Array) => Uint8Array | null> = {
  removed: () => null,
  emptied: () => new Uint8Array(),
  'cut to the pool’s header': (bytes) => bytes.slice(0, 4_096),
};

for (const [what, change] of usually(losses, ['removed', 'emptied'])) {
  test(`a database file that was ${what} is reported as missing, and not replaced by an empty one unasked`, async () => {
    await storeOneProject();
    await damageDatabaseFile(change);
    const tab = openTab();
    await expect(tab.client.ready).rejects.toMatchObject({ code: 'DataMissing' });
    await expect(tab.client.call('createProject', newProject('Beta'))).rejects.toMatchObject({
      code: 'DataMissing',
    });
    tab.client.close();

    await savePlan('main', { kind: 'empty' });
    expect(await names()).not.toContain('Alpha');
  });
}

test('starting with an empty database sets the damaged file aside, and it can still be downloaded', async () => {
  await storeOneProject();
  await damageDatabaseFile((bytes) => bytes.with(4_096, 0));
  const tab = openTab();
  await expect(tab.client.ready).rejects.toMatchObject({ code: 'Corrupt' });
  tab.client.close();

  await savePlan('main', { kind: 'empty' });
  expect(await names()).not.toContain('Alpha');
  expect(await readIncidents()).toMatchObject([{ kind: 'set-aside' }]);
  await (
    await navigator.storage.getDirectory()
  )
    .removeEntry('.tokentab-main', { recursive: true })
    .catch(() => undefined);
  expect(await readStoredFiles('main')).toBeDefined();
});
