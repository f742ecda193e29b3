/** Only workers have it, and the types here are those of pages. */
export interface WithAccessHandle {
  createSyncAccessHandle(): Promise<unknown>;
}

/** Something outside Tokentab's lock that holds a file of the pool. */
const root = await navigator.storage.getDirectory();
const files = await (await root.getDirectoryHandle('.tokentab-main')).getDirectoryHandle('.opaque');
for await (const file of files.values()) {
  const handle = await hold(file as FileSystemFileHandle & WithAccessHandle);
  if (handle) break;
}
postMessage('held');

/** The tab that was just closed gives its handles back a moment later. */
async function hold(file: WithAccessHandle): Promise<unknown> {
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NoModificationAllowedError')) throw error;
    }
  }
}
