import { inHome } from './places';
import type { Source } from './source';

/** Amazon Quick's desktop app: one call's metric per line. May include calls that it passes to other agents. */
export const quickDesktop: Source = {
  id: 'quick-desktop',
  name: 'Quick Desktop',
  certainty: 'other trackers',
  places: inHome('.quickwork'),
  limits: ['no-cache-split', 'no-project'],
  growsByLines: true,
  detect: (head) =>
    head.keysOfLines.some((keys) => ['_aws', 'InputTokens', 'OutputTokens'].every((key) => keys.has(key))),
  reader: () => import('./quick-desktop/read'),
};
