import { inHome } from './places';
import type { Source } from './source';

/** Grok Build's sessions: one JSON message of its protocol per line. */
export const grokBuild: Source = {
  id: 'grok-build',
  name: 'Grok Build',
  certainty: 'tool source',
  places: inHome('.grok/sessions'),
  growsByLines: true,
  detect: (head) =>
    head.keysOfLines.some(
      (keys) =>
        /^(_x\.ai\/)?session\/update$/.test(keys.get('method') ?? '') &&
        keys.has('params') &&
        keys.has('timestamp'),
    ),
  reader: () => import('./grok-build/read'),
};
