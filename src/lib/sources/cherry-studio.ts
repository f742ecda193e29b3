import { exportedFrom, inAppData } from './places';
import type { Source } from './source';

/**
 * Cherry Studio's backup of its chats, one JSON document. Since version 6 of the backup, it is a copy of the browser's
 * database, which can't be read. Its agents write the logs of Claude Code.
 */
export const cherryStudio: Source = {
  id: 'cherry-studio',
  name: 'Cherry Studio',
  certainty: 'documentation',
  places: {
    ...inAppData({
      macos: 'CherryStudio/Data/Agents/.claude/projects',
      windows: 'CherryStudio/Data/Agents/.claude/projects',
      linux: '.config/CherryStudio/Data/Agents/.claude/projects',
    }),
    ...exportedFrom('Settings → Data → Backup'),
  },
  limits: ['inexact', 'no-cache-split', 'no-project'],
  detect: ({ keys }) => keys.has('localStorage') && keys.has('indexedDB'),
  reader: () => import('./cherry-studio/read'),
};
