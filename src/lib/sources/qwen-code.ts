import { inHome } from './places';
import { topLevelKeys } from './reading/top-level-keys';
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

/**
 * Claude Code's lines have the same envelope, but also say what kind of user or which request they are from. Quotes
 * inside a message's content are escaped, so they don't match.
 */
export function isQwenLine(line: string): boolean {
  // Every Claude Code log is checked, so that its lines aren't split into keys for nothing.
  if (!/"(?:systemPayload|usageMetadata|parts)"\s*:/.test(line)) return false;
  const keys = topLevelKeys(line);
  if (!keys.has('uuid') || !keys.has('sessionId') || keys.has('userType') || keys.has('requestId'))
    return false;
  return keys.has('systemPayload') || keys.has('usageMetadata') || message.test(line);
}

const message = /"message"\s*:\s*\{\s*(?:"role"\s*:\s*"(?:user|model)"\s*,\s*)?"parts"\s*:/;
