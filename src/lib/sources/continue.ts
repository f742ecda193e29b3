import { inEditors, inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Continue: its own counts of each call, one line per call and the same in a database, and the sessions of its command
 * line, which count their calls separately. Sessions of the editor contain no counts.
 */
export const continueDev: Source = {
  id: 'continue',
  name: 'Continue',
  certainty: 'tool source',
  places: inHome('.continue/dev_data', '.continue/sessions'),
  limits: ['no-cache-split', 'no-project', 'inexact'],
  recordedCost: 'trusted',
  siblings: [
    {
      id: 'kiro',
      name: 'Kiro (its own count)',
      folders: ['kiro.kiroagent'],
      places: inEditors('globalStorage/kiro.kiroagent/dev_data', ['Kiro']),
    },
  ],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine) || isSession(head.keys),
  databases: ['devdata.sqlite'],
  tables: { tokens_generated: ['model', 'provider', 'tokens_generated'] },
  reader: () => import('./continue/read'),
};

const isOwnLine = (keys: TopLevelKeys): boolean => keys.has('promptTokens') && keys.has('generatedTokens');

/** A session, or the list of all sessions. */
function isSession(keys: TopLevelKeys): boolean {
  const isOne = keys.has('sessionId') && keys.has('workspaceDirectory') && keys.has('title');
  return isOne && (keys.has('history') || keys.has('dateCreated'));
}
