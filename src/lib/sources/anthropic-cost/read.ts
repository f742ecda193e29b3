import { columns } from '../anthropic-cost';
import { tableReader } from '../reading/table-source';

export const read = tableReader(columns, (sink) => {
  sink.problem('A cost export holds no tokens: nothing of it was counted. Import the usage export.');
  return () => null;
});
