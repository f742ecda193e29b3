import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** gptme's conversations: one message per line. */
export const gptme: Source = {
  id: 'gptme',
  name: 'gptme',
  certainty: 'other trackers',
  places: inHome('.local/share/gptme/logs'),
  limits: ['no-project'],
  recordedCost: 'trusted',
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./gptme/read'),
};

/** Only the keys of a message: other tools' lines contain a session, a type or an id. */
function isOwnLine(keys: TopLevelKeys): boolean {
  const known = [
    'role',
    'content',
    'timestamp',
    'files',
    'file_hashes',
    'pinned',
    'hide',
    'quiet',
    'call_id',
    'metadata',
  ];
  return (
    ['role', 'content', 'timestamp'].every((key) => keys.has(key)) &&
    /^(?:system|user|assistant|tool)$/.test(keys.get('role') ?? '') &&
    [...keys.keys()].every((key) => known.includes(key))
  );
}
