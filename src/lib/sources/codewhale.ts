import { inHome } from './places';
import type { Source } from './source';

/** CodeWhale, formerly DeepSeek TUI: one JSON document per session, with one count that isn't split. */
export const codewhale: Source = {
  id: 'codewhale',
  name: 'CodeWhale',
  certainty: 'tool source',
  places: inHome('.codewhale/sessions', '.deepseek/sessions'),
  limits: ['session-totals', 'no-cache-split', 'no-call-time'],
  recordedCost: 'trusted',
  detect: ({ keys, text }) =>
    keys.has('metadata') &&
    ['total_tokens', 'model_provider', 'workspace'].every((key) => text.includes(`"${key}"`)),
  reader: () => import('./codewhale/read'),
};
