import { inHome } from './places';
import type { Source } from './source';

/** Forge's database: one conversation per row, with its messages and their usage in a JSON document. */
export const forge: Source = {
  id: 'forge',
  name: 'Forge',
  certainty: 'other trackers',
  places: inHome('.forge', 'forge'),
  limits: ['no-project', 'no-call-time'],
  recordedCost: 'ignored',
  databases: ['.forge.db', '.forge.writes.db'],
  tables: { conversations: ['conversation_id', 'context', 'created_at'] },
  reader: () => import('./forge/read'),
};
