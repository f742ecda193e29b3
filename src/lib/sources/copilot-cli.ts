import { inHome } from './places';
import type { Source } from './source';

/**
 * Copilot CLI: the events of a session, one JSON record per line, and the database in which newer versions store each
 * call.
 */
export const copilotCli: Source = {
  id: 'copilot-cli',
  name: 'Copilot CLI',
  certainty: 'real files',
  places: inHome('.copilot/session-state', '.copilot/session-store.db'),
  limits: ['session-totals'],
  growsByLines: true,
  detect: (head) => head.lines.some(isOwnLine),
  databases: ['session-store.db'],
  tables: { assistant_usage_events: ['session_id', 'model', 'input_tokens', 'output_tokens'] },
  reader: () => import('./copilot-cli/read'),
};

/** A window may cut a line anywhere. Quotes inside a line's content are escaped, so they don't match. */
function isOwnLine(line: string): boolean {
  const type =
    /"type"\s*:\s*"(session\.(start|resume|shutdown|info|model_change|mode_changed|compaction_\w+)|(assistant|user|system|tool|hook|subagent|skill)\.[a-z_]+)"/;
  return type.test(line) && /"data"\s*:/.test(line);
}
