import { inHome } from './places';
import type { Source } from './source';

/** Mistral Vibe: one JSON document with a session's metadata and usage. The messages next to it contain no counts. */
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
