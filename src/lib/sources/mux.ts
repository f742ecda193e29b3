import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Mux: the messages of a workspace, one per line, in the format of Vercel's AI SDK. */
export const mux: Source = {
  id: 'mux',
  name: 'Mux',
  certainty: 'other trackers',
  places: inHome('.mux/sessions'),
  limits: ['no-project'],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./mux/read'),
};

const isOwnLine = (keys: TopLevelKeys): boolean =>
  ['id', 'role', 'parts', 'metadata'].every((key) => keys.has(key));
