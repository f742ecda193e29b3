import { inAppData } from './places';
import type { Source } from './source';

/** AnythingLLM's database: one row per chat, with the metrics of its answer. */
export const anythingllm: Source = {
  id: 'anythingllm',
  name: 'AnythingLLM',
  certainty: 'documentation',
  places: inAppData({
    macos: 'anythingllm-desktop/storage',
    windows: 'anythingllm-desktop/storage',
    linux: '.config/anythingllm-desktop/storage',
  }),
  limits: ['no-cache-split'],
  databases: ['anythingllm.db'],
  tables: { workspace_chats: ['workspaceId', 'response', 'createdAt'] },
  reader: () => import('./anythingllm/read'),
};
