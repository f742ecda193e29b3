import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** JetBrains Junie: the events of a session, one JSON record per line. */
export const junie: Source = {
  id: 'junie',
  name: 'Junie',
  certainty: 'tool source',
  places: inHome('.junie/sessions'),
  recordedCost: 'ignored',
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./junie/read'),
};

const isOwnLine = (keys: TopLevelKeys): boolean =>
  keys.get('kind')?.endsWith('Event') === true && keys.has('timestampMs');
