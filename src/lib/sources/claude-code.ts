import { inHome } from './places';
import { isQwenLine } from './qwen-code';
import type { Source } from './source';

/** Claude Code's session logs: one JSON object per line, several lines per response, most of it content. */
export const claudeCode: Source = {
  id: 'claude-code',
  name: 'Claude Code',
  certainty: 'real files',
  places: inHome('.claude/projects', '.config/claude/projects'),
  siblings: [
    {
      id: 'openclaude',
      name: 'OpenClaude',
      folders: ['.openclaude'],
      places: inHome('.openclaude/projects'),
    },
  ],
  readsOn: true,
  detect: (head) => head.lines.some(isOwnLine) && !head.lines.some(isQwenLine),
  reader: () => import('./claude-code/read'),
};

/** Other tools' lines also have sessions and types, but not these together. A window may cut a line anywhere. */
function isOwnLine(line: string): boolean {
  const has = (key: string): boolean => line.includes(`"${key}"`);
  const type =
    /"type"\s*:\s*"(assistant|user|progress|system|summary|file-history-snapshot|queue-operation)"/.test(
      line,
    );
  if (has('parentUuid') || has('leafUuid')) return has('sessionId') || type;
  if (!type) return false;
  if (has('cwd') && has('sessionId')) return true;
  if (has('file-history-snapshot') || has('queue-operation')) return true;
  return has('message') && (has('sessionId') || has('requestId') || has('input_tokens') || has('usage'));
}
