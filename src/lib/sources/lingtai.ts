import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** LingTai's ledger of an agent: one line per call. Lines in the ledgers of its daemons are also in the agent's. */
export const lingtai: Source = {
  id: 'lingtai',
  name: 'LingTai',
  certainty: 'tool source',
  places: inHome('.lingtai'),
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isEntry),
  reader: () => import('./lingtai/read'),
};

const isEntry = (keys: TopLevelKeys): boolean =>
  ['ts', 'input', 'output', 'thinking', 'cached'].every((key) => keys.has(key));
