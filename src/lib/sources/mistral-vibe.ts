import { inHome } from './places';
import type { Source } from './source';

/** Mistral Vibe: one JSON document of what a session is and used, beside its messages, which hold no counts. */
export const mistralVibe: Source = {
  id: 'mistral-vibe',
  name: 'Mistral Vibe',
  certainty: 'tool source',
  places: inHome('.vibe/logs/session'),
  limits: ['session-totals', 'no-cache-split'],
  recordedCost: 'trusted',
  detect: ({ keys }) => ['session_id', 'start_time', 'environment', 'stats'].every((key) => keys.has(key)),
  reader: () => import('./mistral-vibe/read'),
};
