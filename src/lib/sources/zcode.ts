import { inHome } from './places';
import type { Source } from './source';

/** ZCode's database: a row a call. It has the tables of OpenCode as well, whose counts are the same calls. */
export const zcode: Source = {
  id: 'zcode',
  name: 'ZCode',
  certainty: 'other trackers',
  places: inHome('.zcode/cli/db'),
  tables: { model_usage: ['session_id', 'started_at', 'input_tokens', 'output_tokens'] },
  reader: () => import('./zcode/read'),
};
