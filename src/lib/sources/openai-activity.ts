import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['timestamp', 'ncontexttokenstotal', 'ngeneratedtokenstotal'],
};

/**
 * OpenAI's former activity export: one row per day (or hour), key, model and operation. Images and speech have no
 * tokens.
 */
export const openaiActivity: Source = {
  id: 'openai-activity',
  name: 'OpenAI activity export (legacy)',
  certainty: 'documentation',
  places: exportedFrom('platform.openai.com: Usage, Activity, Export'),
  rows: 'sums',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./openai-activity/read'),
};
