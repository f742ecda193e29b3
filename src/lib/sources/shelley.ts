import { inHome } from './places';
import type { Source } from './source';

/** Shelley's database: one message per row, with the usage of the call that created it. */
export const shelley: Source = {
  id: 'shelley',
  name: 'Shelley',
  certainty: 'other trackers',
  places: inHome('.config/shelley'),
  recordedCost: 'trusted',
  databases: ['shelley.db'],
  tables: { messages: ['message_id', 'conversation_id', 'usage_data', 'created_at'] },
  reader: () => import('./shelley/read'),
};
