import { inHome } from './places';
import { topLevelKeys } from './reading/top-level-keys';
import type { Source } from './source';

/** The older Kimi CLI, which Kimi Code replaced: a log of its protocol, one JSON record per line. */
export const kimiCli: Source = {
  id: 'kimi-cli',
  name: 'Kimi CLI',
  certainty: 'tool source',
  places: inHome('.kimi/sessions'),
  limits: ['no-project', 'no-model'],
  growsByLines: true,
  detect: (head) => head.lines.some(isOwnLine),
  reader: () => import('./kimi-cli/read'),
};

/** Quotes inside a message's content are escaped, so they don't match. */
function isOwnLine(line: string): boolean {
  if (!/"payload"\s*:/.test(line) || !/"type"\s*:\s*"[A-Z][A-Za-z]+"/.test(line)) return false;
  const keys = topLevelKeys(line);
  return keys.size === 2 && keys.has('timestamp') && keys.has('message');
}
