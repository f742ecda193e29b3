import { exportedFrom } from './places';
import type { Source } from './source';

/** SWE-agent's trajectories: one JSON document per run, with its usage totals. */
export const sweAgent: Source = {
  id: 'swe-agent',
  name: 'SWE-agent',
  certainty: 'real files',
  places: exportedFrom('The .traj files of a run'),
  limits: ['session-totals', 'no-cache-split', 'no-call-time'],
  recordedCost: 'trusted',
  detect: ({ keys, text }) =>
    keys.has('trajectory') &&
    (keys.has('environment') || keys.has('info') || keys.has('history') || /"action"\s*:/.test(text)),
  reader: () => import('./swe-agent/read'),
};
