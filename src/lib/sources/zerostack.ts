import { inAppData } from './places';
import type { Source } from './source';

/** Zerostack's sessions: one document each, with the session's totals. */
export const zerostack: Source = {
  id: 'zerostack',
  name: 'Zerostack',
  certainty: 'tool source',
  places: inAppData({
    macos: 'zerostack/sessions',
    windows: 'zerostack/sessions',
    linux: '.local/share/zerostack/sessions',
  }),
  limits: ['session-totals', 'no-cache-split'],
  recordedCost: 'ignored',
  detect: ({ keys, text }) =>
    keys.has('id') &&
    keys.has('messages') &&
    keys.has('compactions') &&
    /"estimated_tokens"|"total_input_tokens"/.test(text),
  reader: () => import('./zerostack/read'),
};
