import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['generationid', 'createdat', 'tokensprompt', 'tokenscompletion'],
};

/** OpenRouter's activity export: a row a generation, with an id; the model's name says whose it is. */
export const openrouterActivity: Source = {
  id: 'openrouter-activity',
  name: 'OpenRouter activity export',
  certainty: 'documentation',
  places: exportedFrom('openrouter.ai/activity: Export'),
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./openrouter-activity/read'),
};
