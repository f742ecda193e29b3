import { inAppData, type Places } from './places';
import type { Source } from './source';

/** Goose's database: the totals of a session, and in newer versions a ledger with one row per call. */
export const goose: Source = {
  id: 'goose',
  name: 'Goose',
  certainty: 'tool source',
  places: places(),
  limits: ['session-totals'],
  recordedCost: 'trusted',
  databases: ['sessions.db'],
  tables: { sessions: ['working_dir', 'accumulated_total_tokens'] },
  reader: () => import('./goose/read'),
};

function places(): Places {
  const { macos = [], windows = [] } = inAppData({
    macos: 'Block/goose',
    windows: 'Block/goose/data/sessions',
  });
  return { all: ['~/.local/share/goose/sessions'], macos, windows };
}
