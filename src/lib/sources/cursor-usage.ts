import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['date', 'model', 'inputwcachewrite', 'inputwocachewrite', 'cacheread', 'outputtokens'],
};

/** Cursor's usage export: one row per call, without an id or a project. */
export const cursorUsage: Source = {
  id: 'cursor-usage',
  name: 'Cursor usage export',
  certainty: 'documentation',
  places: exportedFrom('cursor.com/dashboard: Usage, Export CSV'),
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./cursor-usage/read'),
};
