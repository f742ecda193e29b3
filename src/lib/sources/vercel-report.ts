import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['day', 'model', 'totalcost', 'inputtokens', 'outputtokens'],
};

/** The report of Vercel's AI Gateway: one row per day and model. */
export const vercelReport: Source = {
  id: 'vercel-report',
  name: 'Vercel AI Gateway report',
  certainty: 'documentation',
  places: exportedFrom('Vercel: AI Gateway, Usage, or its reporting API'),
  rows: 'sums',
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./vercel-report/read'),
};
