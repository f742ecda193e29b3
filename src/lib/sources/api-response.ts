import { isResponse } from './api-response/detect';
import type { Source } from './source';

/**
 * Responses of the OpenAI, Anthropic and Gemini APIs, saved or pasted as JSON: single, in lists, streamed (one event
 * per record) and as batch results.
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
