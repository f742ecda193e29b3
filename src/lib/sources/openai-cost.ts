import { openaiPath } from './openai-usage';
import { textOf } from './reading/fields';
import { tableSource } from './reading/table-source';

/**
 * OpenAI's cost export: no tokens, but the names that belong to the project ids of the usage export. Its amounts
 * (`amount_value`, `amount_currency` by `line_item`) would be read here once costs are kept.
 */
export const openaiCost = tableSource({
  id: 'openai-cost',
  name: 'OpenAI cost export',
  certainty: 'documentation',
  places: ['platform.openai.com: Usage, Costs, Export'],
  columns: ['starttime', ['amountvalue', 'amount', 'cost'], 'projectid', 'projectname'],
  otherColumns: ['inputtokens', 'outputtokens', 'nummodelrequests'],
  reader(sink) {
    const told = new Map<string, string>();
    sink.problem('A cost export holds no tokens: only the names of its projects were taken.');
    return (record) => {
      const path = openaiPath(textOf(record, 'projectid'));
      const name = textOf(record, 'projectname');
      if (path === null || name === null || told.get(path) === name) return null;
      told.set(path, name);
      sink.projectName?.(path, name);
      return null;
    };
  },
});
