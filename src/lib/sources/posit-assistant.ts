import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Posit Assistant: the messages of a conversation, one per line, with the usage of the call that each answers. Calls
 * that only keep the cache alive are in a file next to them.
 */
export const positAssistant: Source = {
  id: 'posit-assistant',
  name: 'Posit Assistant',
  certainty: 'other trackers',
  places: inHome('.posit/assistant/workspaces'),
  limits: ['no-project'],
  growsByLines: true,
  detect: ({ keysOfLines, text }) =>
    keysOfLines.some(isUsage) || (text.includes('"positai"') && keysOfLines.some(isMessage)),
  reader: () => import('./posit-assistant/read'),
};

const isUsage = (keys: TopLevelKeys): boolean => keys.get('type') === 'usage' && keys.has('anchorMessageId');
const isMessage = (keys: TopLevelKeys): boolean => keys.has('id') && keys.has('message') && keys.size === 2;
