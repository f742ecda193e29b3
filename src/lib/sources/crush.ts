import type { Source } from './source';

/** Crush's database in a project's folder, and that of its predecessor, the first OpenCode. */
export const crush: Source = {
  id: 'crush',
  name: 'Crush',
  certainty: 'real files',
  places: { all: ['.crush/crush.db in a project'] },
  limits: ['cost-only', 'session-totals'],
  recordedCost: 'trusted',
  siblings: [
    {
      id: 'opencode-go',
      name: 'OpenCode (in Go)',
      folders: ['.opencode'],
      places: { all: ['.opencode/opencode.db in a project', '~/.opencode'] },
    },
  ],
  databases: ['crush.db', 'opencode.db'],
  tables: { sessions: ['parent_session_id', 'prompt_tokens', 'completion_tokens', 'cost'] },
  reader: () => import('./crush/read'),
};
