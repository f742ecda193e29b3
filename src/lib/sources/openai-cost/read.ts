/**
 * @learnedFrom the export’s header
 * @identifiedBy –
 * @counts costs only, so it isn’t imported; Tokentab asks for the usage export
 */
import { columns } from '../openai-cost';
import { openaiPath } from '../openai-usage/read';
import { textOf } from '../reading/fields';
import { tableReader } from '../reading/table-source';

export const read = tableReader(columns, (sink) => {
  const names = new Map<string, string>();
  sink.problem('cost-export-names-only');
  return (record) => {
    const path = openaiPath(textOf(record, 'projectid'));
    const name = textOf(record, 'projectname');
    if (path === null || name === null || names.get(path) === name) return null;
    names.set(path, name);
    sink.projectName?.(path, name);
    return null;
  };
});
