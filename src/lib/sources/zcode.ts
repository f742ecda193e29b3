import { inHome } from './places';
import type { Source } from './source';

/** ZCode's database: one row per call. It also has OpenCode's tables, which count the same calls. */
export const zcode: Source = {
  id: 'zcode',
  name: 'ZCode',
  certainty: 'other trackers',
  places: inHome('.zcode/cli/db'),
  databases: ['db.sqlite'],
  tables: { model_usage: ['session_id', 'started_at', 'input_tokens', 'output_tokens'] },
  reader: () => import('./zcode/read'),
};
