import { timeoutMinutes } from './commands';
import { loadSqlite } from './opening/load-sqlite';
import { schemaVersion } from './opening/migrations';
import { openDatabase } from './opening/open-database';
import { servePage } from './serve-page';

// Before the lock is asked for: a tab that becomes the leader has it ready.
const sqlite = loadSqlite();

servePage(self, {
  schema: schemaVersion,
  timeoutMinutes,
  open: async (database, timeZone) => openDatabase(await sqlite, database, timeZone),
});
