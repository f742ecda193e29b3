import { inAppData } from './places';
import type { Source } from './source';

/** Zed's agent threads: an SQLite database with one JSON document per thread, usually packed with Zstandard. */
export const zed: Source = {
  id: 'zed',
  name: 'Zed',
  certainty: 'tool source',
  places: inAppData({ macos: 'Zed/threads', localWindows: 'Zed/threads', linux: '.local/share/zed/threads' }),
  limits: ['session-totals', 'no-call-time'],
  databases: ['threads.db'],
  tables: { threads: ['id', 'updated_at', 'data_type', 'data'] },
  reader: () => import('./zed/read'),
};
