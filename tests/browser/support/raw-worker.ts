import { loadSqlite } from '../../../src/lib/database/opening/load-sqlite';
import { openStorage } from '../../../src/lib/database/opening/open-storage';

/** Opens the main database past all our rules, runs one statement and gives everything back. */
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
