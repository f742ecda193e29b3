import { exportedFrom } from './places';
import type { Source } from './source';

/** What OpenAI's usage API answers: pages of buckets, each with one result for each group that was asked for. */
export const openaiUsageApi: Source = {
  id: 'openai-usage-api',
  name: 'OpenAI usage API',
  certainty: 'documentation',
  places: exportedFrom('The answer of /v1/organization/usage/completions or …/embeddings'),
  rows: 'sums',
  detect: ({ startsAsJson, text }) =>
    startsAsJson && /"object"\s*:\s*"bucket"/.test(text) && /"results"\s*:/.test(text),
  reader: () => import('./openai-usage-api/read'),
};
