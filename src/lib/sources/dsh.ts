import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** DeepSeek Harness: one JSON record per line; newer versions compress it with Zstandard. */
export const dsh: Source = {
  id: 'dsh',
  name: 'DeepSeek Harness (dsh)',
  certainty: 'documentation',
  places: inHome('.dsh/sessions'),
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./dsh/read'),
};

function isOwnLine(keys: TopLevelKeys): boolean {
  const type = keys.get('type') ?? '';
  if (type === 'session') return keys.has('delegationDepth') || keys.has('agentPreset');
  return keys.has('seq') && keys.has('time') && keys.has('data') && /^[a-z-]+(?:\/[a-z-]+)?$/.test(type);
}
