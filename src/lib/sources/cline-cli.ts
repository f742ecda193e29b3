import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Cline 3's command line and SDK: one JSON document with a session's messages, and another next to it with the
 * session's metadata.
 */
export const clineCli: Source = {
  id: 'cline-cli',
  name: 'Cline CLI',
  certainty: 'real files',
  places: inHome('.cline/data/sessions'),
  recordedCost: 'trusted',
  detect: ({ keys }) => isMessages(keys) || isSession(keys),
  reader: () => import('./cline-cli/read'),
};

const isMessages = (keys: TopLevelKeys): boolean =>
  ['version', 'updated_at', 'sessionId', 'messages'].every((key) => keys.has(key));
const isSession = (keys: TopLevelKeys): boolean =>
  ['version', 'session_id', 'started_at', 'workspace_root'].every((key) => keys.has(key));
