import { exportedFrom } from './places';
import { isTableOf, type TableColumns } from './reading/table-columns';
import type { Source } from './source';

export const columns: TableColumns = {
  needed: ['starttime', ['amountvalue', 'amount', 'cost'], 'projectid', 'projectname'],
  foreign: ['inputtokens', 'outputtokens', 'nummodelrequests'],
};

/**
 * OpenAI's cost export: no tokens, but the names for the project ids of the usage export. Its amounts
 * (`amount_value`, `amount_currency` by `line_item`) aren't read yet.
 */
export const openaiCost: Source = {
  id: 'openai-cost',
  name: 'OpenAI cost export',
  certainty: 'documentation',
  places: exportedFrom('platform.openai.com: Usage, Costs, Export'),
  detect: (head) => isTableOf(columns, head.columns),
  reader: () => import('./openai-cost/read'),
};
