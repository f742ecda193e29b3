import { inHome } from './places';
import type { FileHead } from './reading/head';
import type { TopLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/**
 * OpenHands: the state of a conversation of its command line and SDK, and the output of an evaluation with one task
 * per line. Both list the usage of each call.
 */
export const openhands: Source = {
  id: 'openhands',
  name: 'OpenHands',
  certainty: 'real files',
  places: {
    ...inHome('.openhands/conversations'),
    export: ['output.jsonl of an evaluation'],
  },
  growsByLines: true,
  detect: (head) => isConversation(head) || head.keysOfLines.some(isTask),
  reader: () => import('./openhands/read'),
};

const isTask = (keys: TopLevelKeys): boolean => keys.has('instance_id') && keys.has('test_result');

/** The usage comes after the agent's settings, which may be long. */
function isConversation({ keys, text }: FileHead): boolean {
  if (!keys.has('id') || !keys.has('agent')) return false;
  return keys.has('workspace') || keys.has('persistence_dir') || /"kind"\s*:\s*"Agent"/.test(text);
}
