import { isResponse } from './api-response/detect';
import type { Source } from './source';

/**
 * Responses of the APIs of OpenAI, Anthropic and Gemini, saved or pasted as JSON: single, in lists, streamed (one event a
 * record) and as results of their batches.
 */
export const apiResponse: Source = {
  id: 'api-response',
  name: 'API response',
  certainty: 'documentation',
  places: {},
  limits: ['no-project'],
  detect: (head) => isResponse(head),
  reader: () => import('./api-response/read'),
};
