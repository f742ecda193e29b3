import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Kimi Code: one log per agent of a session, and the session's folder in a document in the folder above. */
export const kimiCode: Source = {
  id: 'kimi-code',
  name: 'Kimi Code',
  certainty: 'real files',
  places: inHome('.kimi-code/sessions'),
  growsByLines: true,
  detect: ({ keys, keysOfLines }) => isState(keys) || keysOfLines.some(isOwnLine),
  reader: () => import('./kimi-code/read'),
};

const isState = (keys: TopLevelKeys): boolean =>
  ['createdAt', 'updatedAt', 'agents'].every((key) => keys.has(key));

function isOwnLine(keys: TopLevelKeys): boolean {
  const type = keys.get('type');
  if (type === 'metadata') return keys.has('protocol_version') && keys.has('created_at');
  return type === 'usage.record' && keys.has('usage') && keys.has('time');
}
