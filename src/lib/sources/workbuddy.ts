import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** Tencent's WorkBuddy and CodeBuddy: the transcript of a session, one JSON record per line. */
export const workbuddy: Source = {
  id: 'workbuddy',
  name: 'WorkBuddy',
  certainty: 'other trackers',
  places: inHome('.workbuddy/projects', '.workbuddy-ai/projects'),
  siblings: [
    { id: 'codebuddy', name: 'CodeBuddy', folders: ['.codebuddy'], places: inHome('.codebuddy/projects') },
  ],
  growsByLines: true,
  detect: (head) => head.keysOfLines.some(isOwnLine),
  reader: () => import('./workbuddy/read'),
};

function isOwnLine(keys: TopLevelKeys): boolean {
  const isKnown = /^(?:message|reasoning|function_call|function_call_result)$/.test(keys.get('type') ?? '');
  return isKnown && ['id', 'timestamp', 'sessionId', 'providerData'].every((key) => keys.has(key));
}
