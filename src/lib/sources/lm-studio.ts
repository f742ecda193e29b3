import { inHome } from './places';
import type { Source } from './source';

/** LM Studio's conversations: one JSON document each. */
export const lmStudio: Source = {
  id: 'lm-studio',
  name: 'LM Studio',
  certainty: 'other trackers',
  places: inHome('.lmstudio/conversations', '.cache/lm-studio/conversations'),
  limits: ['no-project', 'no-cache-split'],
  detect: ({ keys, text }) =>
    keys.has('messages') && keys.has('createdAt') && keys.has('name') && /"versions"\s*:/.test(text),
  reader: () => import('./lm-studio/read'),
};
