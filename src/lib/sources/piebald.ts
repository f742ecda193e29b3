import { inAppData } from './places';
import type { Source } from './source';

/** Piebald's database: one row per message, with the counts of the call that it answered. */
export const piebald: Source = {
  id: 'piebald',
  name: 'Piebald',
  certainty: 'tool source',
  places: inAppData({ macos: 'piebald', windows: 'piebald', linux: '.local/share/piebald' }),
  databases: ['app.db'],
  tables: {
    chats: ['id', 'project_id'],
    messages: ['parent_chat_id', 'input_tokens', 'cache_read_tokens', 'reasoning_tokens'],
  },
  reader: () => import('./piebald/read'),
};
