import { exportedFrom } from './places';
import type { Source } from './source';

/** LibreChat's collection of transactions, as MongoDB's tools export it: one for a prompt and one for its answer. */
export const librechat: Source = {
  id: 'librechat',
  name: 'LibreChat',
  certainty: 'documentation',
  places: exportedFrom('mongoexport of the transactions collection'),
  limits: ['no-project'],
  recordedCost: 'trusted',
  detect: ({ keys }) => ['tokenType', 'rawAmount', 'tokenValue'].every((key) => keys.has(key)),
  reader: () => import('./librechat/read'),
};
