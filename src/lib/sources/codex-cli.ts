import { inHome } from './places';
import type { Source } from './source';

/** Codex CLI's rollouts: one JSON record per line, most of it content. */
export const codexCli: Source = {
  id: 'codex-cli',
  name: 'Codex CLI',
  certainty: 'real files',
  places: inHome('.codex/sessions', '.codex/archived_sessions'),
  siblings: [
    {
      id: 'traex',
      name: 'TraeX',
      folders: ['.trae'],
      places: inHome('.trae/cli/sessions', '.trae/cli/archived_sessions'),
    },
  ],
  growsByLines: true,
  detect: (head) => head.lines.some(isOwnLine),
  reader: () => import('./codex-cli/read'),
};

/** A window may cut a line anywhere. Quotes inside a line's content are escaped, so they don't match. */
function isOwnLine(line: string): boolean {
  return (
    /"type"\s*:\s*"(session_meta|turn_context|event_msg|response_item|compacted)"/.test(line) &&
    /"payload"\s*:/.test(line)
  );
}
