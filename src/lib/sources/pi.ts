import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** pi's sessions, which OpenClaw and other agents built on it write as well: one JSON record a line. */
export const pi: Source = {
  id: 'pi',
  name: 'pi',
  certainty: 'real files',
  places: inHome('.pi/agent/sessions'),
  recordedCost: 'trusted',
  siblings: [
    {
      name: 'OpenClaw',
      places: inHome('.openclaw/agents', '.clawdbot/agents', '.moltbot/agents', '.moldbot/agents'),
    },
    { name: 'QClaw', places: inHome('.qclaw/agents') },
    { name: 'OMP', places: inHome('.omp/agent/sessions') },
    { name: 'Prime Agent', places: inHome('.prime/agent/sessions') },
  ],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./pi/read'),
};

function isOwnLine(keys: TopLevelKeys): boolean {
  if (!keys.has('timestamp')) return false;
  const type = keys.get('type');
  if (type === 'session') return keys.has('cwd') && keys.has('id');
  return type === 'message' && keys.has('message') && !keys.has('sessionId');
}
