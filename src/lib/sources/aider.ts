import { exportedFrom } from './places';
import type { Source } from './source';

/** Aider's analytics log (`--analytics-log FILE`): one event per line, with one `message_send` per call. */
export const aider: Source = {
  id: 'aider',
  name: 'Aider analytics log',
  certainty: 'real files',
  places: exportedFrom('The file given with --analytics-log'),
  limits: ['no-cache-split', 'no-project'],
  recordedCost: 'trusted',
  growsByLines: true,
  detect: (head) =>
    head.keysOfLines.some(
      (keys) => keys.has('event') && keys.has('properties') && keys.has('user_id') && keys.has('time'),
    ),
  reader: () => import('./aider/read'),
};
