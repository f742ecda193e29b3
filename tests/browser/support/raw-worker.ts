import { loadSqlite } from '../../../src/lib/database/opening/load-sqlite';
import { openStorage } from '../../../src/lib/database/opening/open-storage';

/** Opens the main database without the app's rules, runs one statement and returns all rows. */
addEventListener(
  'message',
  (event: MessageEvent<{ sql: string; keepCopy: boolean }>) => void run(event.data),
);

async function run({ sql, keepCopy }: { sql: string; keepCopy: boolean }): Promise<void> {
  const storage = await openStorage(await loadSqlite(), 'main');
  if (keepCopy) storage.keepCopy();
  const rows = storage.db.selectArrays(sql);
  storage.close();
  postMessage(rows);
}
