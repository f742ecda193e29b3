import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['usagedateutc', 'usageinputtokensnocache', 'usageoutputtokens'],
};

/**
 * Anthropic's usage export (`claude_api_tokens_….csv`): one row per day or hour, key, workspace, model and kind of
 * use.
 */
export const anthropicUsage: Source = {
  id: 'anthropic-usage',
  name: 'Anthropic usage export',
  certainty: 'documentation',
  places: exportedFrom('platform.claude.com: Usage, Export'),
  rows: 'sums',
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./anthropic-usage/read'),
};
