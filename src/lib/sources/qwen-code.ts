import { inHome } from './places';
import type { Source } from './source';

/** Qwen Code's chats: one JSON record per line, in Claude Code's envelope with messages in Gemini's format. */
export const qwenCode: Source = {
  id: 'qwen-code',
  name: 'Qwen Code',
  certainty: 'tool source',
  places: inHome('.qwen/projects'),
  growsByLines: true,
  detect: (head) => head.lines.some(isQwenLine),
  reader: () => import('./qwen-code/read'),
};

/** Quotes inside a message's content are escaped, so they don't match. */
export function isQwenLine(line: string): boolean {
  if (!/^\{\s*"uuid"\s*:/.test(line) || !line.includes('"sessionId"')) return false;
  return /"(systemPayload|usageMetadata)"\s*:|"role"\s*:\s*"(user|model)"\s*,\s*"parts"\s*:/.test(line);
}
