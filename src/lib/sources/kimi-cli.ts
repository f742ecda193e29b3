import { inHome } from './places';
import type { Source } from './source';

/** The older Kimi CLI: a log of what goes over the wire, one JSON record a line. Kimi Code came after it. */
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

/** Quotes inside a message's content are escaped and do not match. */
function isOwnLine(line: string): boolean {
  return /^\{\s*"timestamp"\s*:\s*[\d.]+\s*,\s*"message"\s*:\s*\{\s*"type"\s*:\s*"[A-Z][A-Za-z]+"\s*,\s*"payload"\s*:/.test(
    line,
  );
}
