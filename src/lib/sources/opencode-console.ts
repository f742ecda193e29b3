import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['day', 'userid', 'usertype', 'model', 'inputtokens', 'outputtokens', 'cachereadtokens'],
};

/** The usage export of OpenCode's console: one row per day, member or service account, provider and model. */
export const opencodeConsole: Source = {
  id: 'opencode-console',
  name: 'OpenCode console export',
  certainty: 'documentation',
  places: exportedFrom('opencode.ai/console: Activity, Usage, Export usage'),
  rows: 'sums',
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./opencode-console/read'),
};
