import { inHome } from './places';
import type { Source } from './source';

/** Shelley's database: a message a row, with the usage of the call that made it. */
export const shelley: Source = {
  id: 'shelley',
  name: 'Shelley',
  certainty: 'other trackers',
  places: inHome('.config/shelley'),
  recordedCost: 'ignored',
  tables: { messages: ['message_id', 'conversation_id', 'usage_data', 'created_at'] },
  reader: () => import('./shelley/read'),
};
