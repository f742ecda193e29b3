import { inEditors, inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Continue's development data: its own counts, one line per call, and the same in a database. */
export const continueDev: Source = {
  id: 'continue',
  name: 'Continue',
  certainty: 'tool source',
  places: inHome('.continue/dev_data'),
  limits: ['no-cache-split', 'no-project', 'inexact'],
  siblings: [
    {
      id: 'kiro',
      name: 'Kiro (its own count)',
      folders: ['kiro.kiroagent'],
      places: inEditors('globalStorage/kiro.kiroagent/dev_data', ['Kiro']),
    },
  ],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  databases: ['devdata.sqlite'],
  tables: { tokens_generated: ['model', 'provider', 'tokens_generated'] },
  reader: () => import('./continue/read'),
};

const isOwnLine = (keys: TopLevelKeys): boolean => keys.has('promptTokens') && keys.has('generatedTokens');
