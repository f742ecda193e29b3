import { exportedFrom } from './places';
import type { Source } from './source';

/** Calls that W&B Weave traced, as its API returns them. */
export const weave: Source = {
  id: 'weave',
  name: 'W&B Weave calls',
  certainty: 'documentation',
  places: exportedFrom('Weave: Traces, Export as JSON or JSONL'),
  detect: ({ keys }) => ['op_name', 'trace_id', 'started_at'].every((key) => keys.has(key)),
  reader: () => import('./weave/read'),
};
