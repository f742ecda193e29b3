import { inHome } from './places';
import type { Source } from './source';

/** Factory's Droid: the sums of a session in its settings, beside the lines of the session itself, which hold its folder. */
export const droid: Source = {
  id: 'droid',
  name: 'Factory Droid',
  certainty: 'other trackers',
  places: inHome('.factory/sessions'),
  limits: ['session-totals', 'no-call-time'],
  detect: ({ keys }) =>
    (keys.get('type') === 'session_start' && keys.has('id') && keys.has('cwd')) ||
    (keys.has('tokenUsage') && keys.has('model') && !keys.has('messages')),
  reader: () => import('./droid/read'),
};
