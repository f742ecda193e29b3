import type { DatabaseContext } from '../context';
import { saveMarker } from '../../protocol/safety-store';
import { value } from '../sql/statements';

/**
 * Records outside the database's files how much they contain (protocol/safety-store.ts). Does nothing if nothing was
 * written since the last call.
 */
export function storedNotes(database: DatabaseContext): () => Promise<void> {
  let noted: number | undefined;
  return async () => {
    const changes = database.db.changes(true);
    if (database.name !== 'main' || changes === noted) return;
    const number = (sql: string) => Number(value(database, sql));
    const marker = {
      events: number('SELECT coalesce(sum(event_count), 0) FROM usage_monthly'),
      projects: number('SELECT count(*) FROM projects'),
      savedAt: database.now(),
    };
    try {
      await saveMarker(database.name, marker);
      noted = changes;
    } catch {
      // Without IndexedDB, a loss later looks like a first visit, which is no reason to fail now.
    }
  };
}
