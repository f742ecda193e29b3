import { inHome } from './places';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * Gemini CLI's sessions: one JSON document with `messages`, or one message per line. In the latter, a message that
 * grew is written again under the same id. They contain no working directory; the hash of their folder leads to a
 * project instead.
 */
export const geminiCli: Source = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  certainty: 'real files',
  places: inHome('.gemini/tmp'),
  foldersAreHashed: true,
  growsByLines: true,
  detect: (head) =>
    isSession(head.keys) ||
    head.keysOfLines.some(isMessage) ||
    head.lines.some((line) => line.startsWith('{"$set":{"lastUpdated":')),
  reader: () => import('./gemini-cli/read'),
};

function isSession(keys: TopLevelKeys): boolean {
  if (!keys.has('sessionId')) return false;
  return keys.has('projectHash') || (keys.has('messages') && keys.has('startTime'));
}

/** Matches a line other than the first, because a window may start there. */
function isMessage(keys: TopLevelKeys): boolean {
  return keys.get('type') === 'gemini' && keys.has('id') && keys.has('timestamp');
}
