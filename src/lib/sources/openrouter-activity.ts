import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['generationid', 'createdat', 'tokensprompt', 'tokenscompletion'],
};

/** OpenRouter's activity export: one row per generation, with an id. The model's name contains its provider. */
export const openrouterActivity: Source = {
  id: 'openrouter-activity',
  name: 'OpenRouter activity export',
  certainty: 'documentation',
  places: exportedFrom('openrouter.ai/activity: Export'),
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./openrouter-activity/read'),
};
