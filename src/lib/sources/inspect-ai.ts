import { exportedFrom } from './places';
import type { Source } from './source';

/**
 * Inspect AI's evaluation logs: one JSON document with all samples, or an `.eval` archive with one document per
 * sample.
 */
export const inspectAi: Source = {
  id: 'inspect-ai',
  name: 'Inspect AI',
  certainty: 'real files',
  places: exportedFrom('The logs folder of an evaluation (.eval or .json)'),
  detect: ({ keys }) =>
    (keys.has('eval') && keys.has('plan')) ||
    (keys.has('epoch') && keys.has('target') && keys.has('input') && keys.has('id')),
  reader: () => import('./inspect-ai/read'),
};
