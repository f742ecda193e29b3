import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: [
    'aimodel',
    ['requnits', 'requesttokens', 'prompttokens'],
    ['resunits', 'responsetokens', 'completiontokens'],
    'createdat',
  ],
};

/** Portkey's export of its log. */
export const portkey: Source = {
  id: 'portkey',
  name: 'Portkey log export',
  certainty: 'documentation',
  places: exportedFrom('Portkey: Logs, Export'),
  limits: ['no-cache-split'],
  recordedCost: 'ignored',
  detect: (head) => isTableOf(columns, head.fields),
  reader: () => import('./portkey/read'),
};
