/** Exists only in workers, but the types here are those of pages. */
export interface WithAccessHandle {
  createSyncAccessHandle(): Promise<unknown>;
}

/** Holds a file of the pool, like something outside Tokentab's lock. */
const root = await navigator.storage.getDirectory();
const files = await (await root.getDirectoryHandle('.tokentab-main')).getDirectoryHandle('.opaque');
for await (const file of files.values()) {
  const handle = await hold(file as FileSystemFileHandle & WithAccessHandle);
  if (handle) break;
}
postMessage('held');

/** Retries, because the tab that was just closed releases its handles a moment later. */
async function hold(file: WithAccessHandle): Promise<unknown> {
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error;
    }
  }
}
