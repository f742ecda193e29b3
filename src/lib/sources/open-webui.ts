import { exportedFrom } from './places';
import type { Source } from './source';

/** Open WebUI's chats: the export of one user's or all chats, and its database. */
export const openWebui: Source = {
  id: 'open-webui',
  name: 'Open WebUI',
  certainty: 'documentation',
  places: exportedFrom('Settings → Data Controls → Export Chats', 'webui.db in its data folder'),
  limits: ['no-project'],
  detect: ({ keys, text }) =>
    keys.has('chat') && keys.has('user_id') && keys.has('id') && /"history"\s*:|"messages"\s*:/.test(text),
  databases: ['webui.db'],
  tables: { chat: ['id', 'user_id', 'chat', 'created_at'] },
  reader: () => import('./open-webui/read'),
};
