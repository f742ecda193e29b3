import { timeoutMinutes } from './commands';
import { loadSqlite } from './opening/load-sqlite';
import { schemaVersion } from './opening/migrations';
import { openDatabase } from './opening/open-database';
import { servePage } from './serve-page';

// Load SQLite before requesting the lock, so that it is ready when this tab becomes the leader.
const sqlite = loadSqlite();

servePage(self, {
  schema: schemaVersion,
  timeoutMinutes,
  open: async (database, timeZone, onUpgraded) => openDatabase(await sqlite, database, timeZone, onUpgraded),
});
