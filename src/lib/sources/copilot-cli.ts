import { inHome } from './places';
import type { Source } from './source';

/** Copilot CLI's session events: one JSON record a line. */
export const copilotCli: Source = {
  id: 'copilot-cli',
  name: 'Copilot CLI',
  certainty: 'real files',
  places: inHome('.copilot/session-state'),
  limits: ['session-totals'],
  growsByLines: true,
  detect: (head) => head.lines.some(isOwnLine),
  reader: () => import('./copilot-cli/read'),
};

/** A window may cut a line anywhere. Quotes inside a line's content are escaped and do not match. */
function isOwnLine(line: string): boolean {
  const type =
    /"type"\s*:\s*"(session\.(start|resume|shutdown|info|model_change|mode_changed|compaction_\w+)|(assistant|user|system|tool|hook|subagent|skill)\.[a-z_]+)"/;
  return type.test(line) && /"data"\s*:/.test(line);
}
