import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['starttime', 'nummodelrequests', 'inputtokens', 'outputtokens'],
};

/** OpenAI's usage export (`completions_usage_….csv`): one row per bucket. Input includes cache reads and writes. */
export const openaiUsage: Source = {
  id: 'openai-usage',
  name: 'OpenAI usage export',
  certainty: 'real files',
  places: exportedFrom('platform.openai.com: Usage, Export'),
  rows: 'sums',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./openai-usage/read'),
};
