import { describe, expect, it } from 'vitest';
import { ConnectedFolder } from '../../../src/lib/state/imports/connected-folder.svelte';

/**
 * A folder handle, which only browsers have, as it answers before and after the user is asked. Its folder was deleted.
 * tests/e2e/connected-folders.e2e.ts uses real ones.
 */
function folder(before: PermissionState, after: PermissionState) {
  const gone = () => {
    throw new DOMException('', 'NotFoundError');
  };
  const handle = {
    queryPermission: () => Promise.resolve(before),
    requestPermission: () => Promise.resolve(after),
    values: gone,
  } as unknown as FileSystemDirectoryHandle;
  return new ConnectedFolder({ id: 'f', name: 'projects', handle, connectedAt: 0 });
}

describe('a connected folder', () => {
  it('is paused without a prompt, until the user resumes it', async () => {
    const paused = folder('prompt', 'prompt');
    await paused.start();
    expect(paused.status).toBe('paused');
    await paused.resume();
    expect(paused.status).toBe('paused');
  });

  it('is refused if the user or the browser denies access', async () => {
    const denied = folder('denied', 'denied');
    await denied.start();
    expect(denied.status).toBe('refused');
    const asked = folder('prompt', 'denied');
    await asked.resume();
    expect(asked.status).toBe('refused');
  });

  it('is read once access is granted, and says if it is gone', async () => {
    const granted = folder('prompt', 'granted');
    await granted.resume();
    expect(granted.status).toBe('gone');
  });
});
