import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['date', 'modelpermaslug', 'endpointid', 'prompttokens', 'completiontokens'],
};

/** What OpenRouter's activity API answers: one record per day, model and endpoint. */
export const openrouterDaily: Source = {
  id: 'openrouter-daily',
  name: 'OpenRouter activity API',
  certainty: 'documentation',
  places: exportedFrom('The answer of openrouter.ai/api/v1/activity'),
  rows: 'sums',
  limits: ['no-cache-split', 'no-project'],
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./openrouter-daily/read'),
};
