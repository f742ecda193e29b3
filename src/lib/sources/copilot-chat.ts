import { inEditors } from './places';
import type { Source } from './source';

/**
 * Copilot Chat in Visual Studio Code: a journal with one change to a chat per line, or the whole chat in one
 * document.
 */
export const copilotChat: Source = {
  id: 'copilot-chat',
  name: 'GitHub Copilot Chat (VS Code)',
  certainty: 'other trackers',
  places: inEditors('workspaceStorage'),
  within: 'chatSessions',
  limits: ['inexact', 'no-cache-split', 'no-project'],
  growsByLines: true,
  detect: ({ keys, text }) =>
    (keys.has('kind') && keys.has('v') && /"(?:requests|requesterUsername|responderUsername)"/.test(text)) ||
    (keys.has('requests') && keys.has('responderUsername')),
  reader: () => import('./copilot-chat/read'),
};
