import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['requestid', 'calltype', 'starttime', ['prompttokens', 'usage']],
};

/**
 * LiteLLM's spend logs: one record per call. An answer from its cache keeps its tokens but costs nothing. The counts
 * are on the record or, from logging hooks, under `usage`; cached tokens are under `metadata`.
 */
export const litellm: Source = {
  id: 'litellm',
  name: 'LiteLLM spend logs',
  certainty: 'documentation',
  places: exportedFrom('The proxy’s /spend/logs, or the table LiteLLM_SpendLogs'),
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./litellm/read'),
};
