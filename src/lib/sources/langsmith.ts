import { exportedFrom } from './places';
import type { Source } from './source';

/** LangSmith's runs, as its API and its exports return them. */
export const langsmith: Source = {
  id: 'langsmith',
  name: 'LangSmith runs',
  certainty: 'documentation',
  places: exportedFrom('LangSmith: Export, or list_runs of its SDK, as JSON'),
  detect: ({ keys }) =>
    keys.has('run_type') &&
    keys.has('start_time') &&
    ['trace_id', 'dotted_order', 'session_id'].some((key) => keys.has(key)),
  reader: () => import('./langsmith/read'),
};
