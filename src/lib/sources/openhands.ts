import { exportedFrom } from './places';
import type { Source } from './source';

/** OpenHands' evaluation output: one task per line, with the usage of each of its calls. */
export const openhands: Source = {
  id: 'openhands',
  name: 'OpenHands evaluation',
  certainty: 'real files',
  places: exportedFrom('output.jsonl of an evaluation'),
  growsByLines: true,
  detect: (head) => head.keysOfLines.some((keys) => keys.has('instance_id') && keys.has('test_result')),
  reader: () => import('./openhands/read'),
};
