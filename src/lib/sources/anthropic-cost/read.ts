import { columns } from '../anthropic-cost';
import { tableReader } from '../reading/table-source';

export const read = tableReader(columns, (sink) => {
  sink.problem('A cost export contains no tokens, so nothing was counted. Import the usage export.');
  return () => null;
});
