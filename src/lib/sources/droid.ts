import { inHome } from './places';
import type { Source } from './source';

/**
 * Factory's Droid: the totals of a session in its settings file, next to the lines of the session, which name its
 * folder.
 */
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
