import { loadSqlite } from '../../../src/lib/database/opening/load-sqlite';
import { openPool } from '../../../src/lib/database/opening/open-pool';

self.addEventListener('message', ({ data }: MessageEvent<File>) => {
  place(data).then(
    () => self.postMessage('done'),
    (error: unknown) => self.postMessage(String(error)),
  );
});

/** Under the name by which `open-storage.ts` opens it. */
async function place(file: File): Promise<void> {
  const { pool } = await openPool(await loadSqlite(), 'main');
  const reader = file.stream().getReader();
  await pool.importDb('/tokentab.sqlite3', async () => (await reader.read()).value);
  pool.pauseVfs();
}
