import type { Source } from './source';

/** Aider's chat history in a project: Markdown, with a line about the usage of each message. */
export const aiderHistory: Source = {
  id: 'aider-history',
  name: 'Aider chat history',
  certainty: 'real files',
  places: { all: ['.aider.chat.history.md in a project'] },
  limits: ['inexact', 'no-call-time'],
  recordedCost: 'trusted',
  growsByLines: true,
  detect: ({ text }) => /^# aider chat started at \d/m.test(text),
  reader: () => import('./aider-history/read'),
};
