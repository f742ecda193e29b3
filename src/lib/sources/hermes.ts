import { inHome } from './places';
import type { Source } from './source';

/** Hermes' database: the totals of sessions, one per row. */
export const hermes: Source = {
  id: 'hermes',
  name: 'Hermes',
  certainty: 'tool source',
  places: inHome('.hermes'),
  limits: ['session-totals'],
  recordedCost: 'trusted',
  databases: ['state.db'],
  tables: { sessions: ['started_at', 'input_tokens', 'cache_read_tokens', 'estimated_cost_usd'] },
  reader: () => import('./hermes/read'),
};
