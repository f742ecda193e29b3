import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Mistral Vibe: one JSON document with a session's metadata and usage. Since version 2.25, its usage is in the newest
 * of numbered snapshots. Newer messages have counts too, which are part of the session's.
 */
export const mistralVibe: Source = {
  id: 'mistral-vibe',
  name: 'Mistral Vibe',
  certainty: 'tool source',
  places: inHome('.vibe/logs/session'),
  limits: ['session-totals'],
  recordedCost: 'trusted',
  // The messages are read as well, so that they aren't reported as unknown.
  detect: ({ keys, text }) =>
    hasAll(keys, ['session_id', 'start_time', 'environment']) ||
    hasAll(keys, ['role', 'content', 'message_id']) ||
    (hasAll(keys, ['session_id', 'snapshot']) && /"(?:tokenUsage|history)"\s*:/.test(text)),
  reader: () => import('./mistral-vibe/read'),
};

function hasAll(keys: TopLevelKeys, wanted: readonly string[]): boolean {
  return wanted.every((key) => keys.has(key));
}
