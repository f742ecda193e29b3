import type { BrowserContext, Page } from 'playwright';

/** The code of the worker: it opens every file of the pool and changes the database's. */
const worker = `
const open = async () => {
  const root = await navigator.storage.getDirectory();
  const pool = await (await root.getDirectoryHandle('.tokentab-main')).getDirectoryHandle('.opaque');
  const handles = [];
  for await (const file of pool.values()) handles.push(await take(file));
  return handles;
};
// Retries, because the tab that was just left releases its handles a moment later.
const take = async (file) => {
  for (;;) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (error.name !== 'NoModificationAllowedError') throw error;
    }
  }
};
const nameOf = (handle) => {
  const head = new Uint8Array(512);
  handle.read(head, { at: 0 });
  return new TextDecoder().decode(head.subarray(0, head.indexOf(0)));
};
let held = [];
onmessage = async ({ data }) => {
  held = await open();
  // The pool's header takes the first 4096 bytes of a file; SQLite stores user_version at byte 60.
  const database = held.find((handle) => nameOf(handle) === '/tokentab.sqlite3');
  if (data.userVersion !== undefined) {
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setUint32(0, data.userVersion);
    database.write(bytes, { at: 4096 + 60 });
    database.flush();
  }
  if (data.noise) {
    database.write(new Uint8Array(64).fill(255), { at: 4096 });
    database.flush();
  }
  if (data.empty) {
    database.truncate(0);
    database.flush();
  }
  const bytes = new Uint8Array(database.getSize());
  database.read(bytes, { at: 0 });
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join(' ');
  if (!data.keep) for (const handle of held) handle.close();
  postMessage(hash);
};`;

interface Work {
  /** Writes this into the database file. */
  userVersion?: number;
  /** Overwrites the start of SQLite's part. */
  noise?: boolean;
  /** Removes all bytes of the database file. */
  empty?: boolean;
  /** Keeps holding the files until the page is closed. */
  keep?: boolean;
}

/**
 * Opens a page of the same site that isn't Tokentab and accesses its files. No tab of Tokentab may be open.
 * @returns the page, and a hash of the database's bytes afterwards
 */
export async function touchPoolFiles(
  context: BrowserContext,
  work: Work = {},
): Promise<{ page: Page; hash: string }> {
  await context.route('**/not-tokentab.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Something else</title>' }),
  );
  await context.route('**/not-tokentab.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: worker }),
  );
  const page = await context.newPage();
  await page.goto('/not-tokentab.html');
  const hash = await page.evaluate(
    (work) =>
      new Promise<string>((resolve, reject) => {
        const worker = new Worker('/not-tokentab.js');
        worker.onmessage = ({ data }) => resolve(String(data));
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(work);
      }),
    work,
  );
  if (work.keep !== true) await page.close();
  return { page, hash };
}
