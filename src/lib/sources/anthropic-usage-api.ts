import { exportedFrom } from './places';
import type { Source } from './source';

/** What Anthropic's Admin API answers: pages of buckets, each with one result for each group that was asked for. */
export const anthropicUsageApi: Source = {
  id: 'anthropic-usage-api',
  name: 'Anthropic usage API',
  certainty: 'documentation',
  places: exportedFrom('The answer of /v1/organizations/usage_report/messages'),
  rows: 'sums',
  detect: ({ startsAsJson, text }) =>
    startsAsJson && /"starting_at"\s*:/.test(text) && /"uncached_input_tokens"\s*:/.test(text),
  reader: () => import('./anthropic-usage-api/read'),
};
