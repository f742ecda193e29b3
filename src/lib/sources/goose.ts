import { inAppData, type Places } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Goose's database: the totals of a session, and in newer versions a ledger with one row per call. Before the
 * database, a session was a file of lines whose first one holds its totals; an exported session has the same names.
 */
export const goose: Source = {
  id: 'goose',
  name: 'Goose',
  certainty: 'tool source',
  places: places(),
  limits: ['session-totals'],
  recordedCost: 'trusted',
  databases: ['sessions.db'],
  detect: (head) => isSession(head.keys),
  tables: { sessions: ['working_dir', 'accumulated_total_tokens'] },
  reader: () => import('./goose/read'),
};

function isSession(keys: TopLevelKeys): boolean {
  return keys.has('working_dir') && keys.has('message_count') && keys.has('total_tokens');
}

function places(): Places {
  const { macos = [], windows = [] } = inAppData({
    macos: 'Block/goose',
    windows: 'Block/goose/data/sessions',
  });
  return { all: ['~/.local/share/goose/sessions'], macos, windows };
}
