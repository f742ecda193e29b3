import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * OpenCode: its SQLite database, with other tables since its second version, and the JSON files of earlier versions
 * (one per session, one per message).
 */
export const opencode: Source = {
  id: 'opencode',
  name: 'OpenCode',
  certainty: 'documentation',
  places: inHome('.local/share/opencode'),
  recordedCost: 'trusted',
  siblings: [
    { id: 'kilo-cli', name: 'Kilo CLI', folders: ['kilo'], places: inHome('.local/share/kilo') },
    { id: 'mimocode', name: 'MiMoCode', folders: ['mimocode'], places: inHome('.local/share/mimocode') },
    { id: 'icodemate', name: 'ICodeMate', folders: ['icodemate'], places: inHome('.local/share/icodemate') },
  ],
  databases: ['opencode.db', 'kilo.db', 'mimocode.db', 'icodemate.db'],
  tables: [{ message: ['session_id', 'data'] }, { session_message: ['session_id', 'type', 'data'] }],
  detect: (head) => isOwnFile(head.keys),
  reader: () => import('./opencode/read'),
};

/** Matches messages, sessions and parts. The latter contain no usage, but there are thousands of them. */
function isOwnFile(keys: TopLevelKeys): boolean {
  const id = keys.get('id') ?? '';
  if (id.startsWith('ses_')) return keys.has('directory') || keys.has('projectID');
  if (id.startsWith('prt_')) return keys.has('messageID');
  return keys.has('sessionID') && keys.has('role') && (id.startsWith('msg_') || keys.has('modelID'));
}
