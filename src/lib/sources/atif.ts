import { inHome } from './places';
import type { Source } from './source';

/**
 * Trajectories in the exchange format ATIF, which Devin's command line and Harbor write: one JSON document per run.
 */
export const atif: Source = {
  id: 'atif',
  name: 'ATIF trajectories (Devin, Harbor)',
  certainty: 'other trackers',
  places: inHome('.local/share/devin/cli/transcripts'),
  limits: ['no-project'],
  recordedCost: 'trusted',
  detect: ({ keys }) => /^ATIF/i.test(keys.get('schema_version') ?? ''),
  reader: () => import('./atif/read'),
};
