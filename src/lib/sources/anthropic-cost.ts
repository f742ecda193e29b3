import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['usagedateutc', 'costusd', ['tokentype', 'costtype']],
  foreign: ['usageoutputtokens'],
};

/**
 * Anthropic's cost export: amounts by token type, but no tokens. Its amounts (`cost_usd` by `token_type`, day,
 * workspace and model, a display name) aren't read yet.
 */
export const anthropicCost: Source = {
  id: 'anthropic-cost',
  name: 'Anthropic cost export',
  certainty: 'documentation',
  places: exportedFrom('platform.claude.com: Cost, Export'),
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./anthropic-cost/read'),
};
