import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: [
    ['requestcreatedat', 'createdat'],
    ['requestid', 'responseid'],
    'model',
    'prompttokens',
    'completiontokens',
  ],
  foreign: ['calltype', 'traceid', 'generationid'],
};

/** Helicone's export of requests: one record per call. Failed calls count what they used. */
export const helicone: Source = {
  id: 'helicone',
  name: 'Helicone export',
  certainty: 'tool source',
  places: exportedFrom('Helicone: Requests, Export, or its export tool'),
  recordedCost: 'trusted',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./helicone/read'),
};
