import { inHome } from './places';
import type { Source } from './source';

/** Amp's threads: one JSON document each, with a ledger of its calls. Newer versions keep threads on a server. */
export const amp: Source = {
  id: 'amp',
  name: 'Amp',
  certainty: 'documentation',
  places: inHome('.local/share/amp/threads'),
  recordedCost: 'ignored',
  detect: ({ keys }) => keys.has('created') && keys.has('messages') && keys.has('id') && !keys.has('model'),
  reader: () => import('./amp/read'),
};
