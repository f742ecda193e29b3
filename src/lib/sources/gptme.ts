import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** gptme's conversations: a message a line. */
export const gptme: Source = {
  id: 'gptme',
  name: 'gptme',
  certainty: 'other trackers',
  places: inHome('.local/share/gptme/logs'),
  limits: ['no-project'],
  recordedCost: 'ignored',
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./gptme/read'),
};

/** Nothing but what a message is: other tools' lines name their session, their type or an id. */
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
