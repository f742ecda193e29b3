import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** pi's sessions, which OpenClaw and other agents built on it also write: one JSON record per line. */
export const pi: Source = {
  id: 'pi',
  name: 'pi',
  certainty: 'real files',
  places: inHome('.pi/agent/sessions'),
  recordedCost: 'trusted',
  siblings: [
    {
      id: 'openclaw',
      name: 'OpenClaw',
      folders: ['.openclaw', '.clawdbot', '.moltbot', '.moldbot', '.kimi_openclaw'],
      places: inHome(
        '.openclaw/agents',
        '.clawdbot/agents',
        '.moltbot/agents',
        '.moldbot/agents',
        '.kimi_openclaw/agents',
      ),
    },
    { id: 'qclaw', name: 'QClaw', folders: ['.qclaw'], places: inHome('.qclaw/agents') },
    { id: 'omp', name: 'OMP', folders: ['.omp'], places: inHome('.omp/agent/sessions') },
    { id: 'prime-agent', name: 'Prime Agent', folders: ['.prime'], places: inHome('.prime/agent/sessions') },
  ],
  growsByLines: true,
  // Droid's messages look the same, but its sessions begin differently.
  detect: ({ keysOfLines }) =>
    keysOfLines.some(isOwnLine) && !keysOfLines.some((keys) => keys.get('type') === 'session_start'),
  reader: () => import('./pi/read'),
};

function isOwnLine(keys: TopLevelKeys): boolean {
  if (!keys.has('timestamp')) return false;
  const type = keys.get('type');
  if (type === 'session') return keys.has('cwd') && keys.has('id');
  return type === 'message' && keys.has('message') && !keys.has('sessionId');
}
