import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Mistral Vibe: one JSON document with a session's metadata and usage. The messages next to it contain no counts. */
export const mistralVibe: Source = {
  id: 'mistral-vibe',
  name: 'Mistral Vibe',
  certainty: 'tool source',
  places: inHome('.vibe/logs/session'),
  limits: ['session-totals', 'no-cache-split'],
  recordedCost: 'trusted',
  // The messages are read as well, so that they aren't reported as unknown.
  detect: ({ keys }) => hasAll(keys, ['session_id', 'start_time', 'environment', 'stats']) || isMessage(keys),
  reader: () => import('./mistral-vibe/read'),
};

function isMessage(keys: TopLevelKeys): boolean {
  return hasAll(keys, ['role', 'content', 'message_id']) && !keys.has('timestamp') && !keys.has('usage');
}

function hasAll(keys: TopLevelKeys, wanted: readonly string[]): boolean {
  return wanted.every((key) => keys.has(key));
}
