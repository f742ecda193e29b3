import type { Source } from './source';

/** Spans of Vercel's AI SDK, as its exporters print them: a list, or one span per line. */
export const vercelAiSdk: Source = {
  id: 'vercel-ai-sdk',
  name: 'Vercel AI SDK spans',
  certainty: 'real files',
  places: {},
  limits: ['no-project'],
  growsByLines: true,
  detect: ({ keys, text }) =>
    keys.has('spanContext') && keys.has('attributes') && text.includes('"ai.operationId"'),
  reader: () => import('./vercel-ai-sdk/read'),
};
