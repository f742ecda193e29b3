import type { Source } from './source';

/** Warp's database: one row per conversation with its agent, with totals that aren't split. */
export const warp: Source = {
  id: 'warp',
  name: 'Warp',
  certainty: 'other trackers',
  places: {
    macos: [
      '~/Library/Group Containers/2BBY89MBSN.dev.warp/Library/Application Support/dev.warp.Warp-Stable',
    ],
    windows: ['~/AppData/Local/warp/Warp/data'],
    linux: ['~/.local/state/warp-terminal'],
  },
  limits: ['session-totals', 'no-call-time'],
  recordedCost: 'ignored',
  databases: ['warp.sqlite'],
  tables: { agent_conversations: ['conversation_id', 'conversation_data'] },
  reader: () => import('./warp/read'),
};
