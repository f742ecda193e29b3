import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: [
    'traceid',
    'type',
    'starttime',
    ['usagedetails', 'usage', 'inputusage', 'prompttokens', 'inputtokens', 'providedusagedetails'],
  ],
};

/**
 * Langfuse's export of observations. Generations and embeddings are model calls. Times are UTC although they don't
 * say so.
 */
export const langfuse: Source = {
  id: 'langfuse',
  name: 'Langfuse export',
  certainty: 'documentation',
  places: exportedFrom('Langfuse: Observations, Export, or its blob storage export'),
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./langfuse/read'),
};
