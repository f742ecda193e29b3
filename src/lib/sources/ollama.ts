import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Saved responses of Ollama's API: the last one of an answer has the usage. Its server keeps no log of them. */
export const ollama: Source = {
  id: 'ollama',
  name: 'Ollama responses',
  certainty: 'documentation',
  places: {},
  limits: ['no-project', 'no-cache-split'],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine) || isOwnLine(head.keys),
  reader: () => import('./ollama/read'),
};

const isOwnLine = (keys: TopLevelKeys): boolean =>
  ['model', 'created_at', 'done'].every((key) => keys.has(key)) && !keys.has('id');
