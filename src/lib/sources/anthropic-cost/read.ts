/**
 * @learnedFrom the export’s header
 * @identifiedBy –
 * @counts costs only, so it isn’t imported; Tokentab asks for the usage export
 */
import { columns } from '../anthropic-cost';
import { tableReader } from '../reading/table-source';

export const read = tableReader(columns, (sink) => {
  sink.problem('cost-export-without-tokens');
  return () => null;
});
