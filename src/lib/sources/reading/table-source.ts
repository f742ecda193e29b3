import type { Problem } from '../../model/problem';
import type { SourceUsageEvent } from '../../model/usage-event';
import { readTable, type TableRecord } from './csv';
import { isProblem, type FieldProblem } from './json-fields';
import type { ReadFile, SourceContext, SourceSink } from '../source';
import { isTableOf, type TableColumns } from './table-columns';

/** The event of one record; null if it contains no usage; or the reason why it can't be used. */
export type ReadRecord = SourceUsageEvent | FieldProblem | null;

/** Called once per file, so that a reader can keep state between rows. */
export type RowReader = (sink: SourceSink, context: SourceContext) => (record: TableRecord) => ReadRecord;

/** Reads a provider's CSV export row by row. */
export function tableReader(columns: TableColumns, reader: RowReader): ReadFile {
  return async (chunks, sink, context) => {
    const read = reader(sink, context);
    const problem = (reason: Problem, line?: number): void => sink.problem(reason, line);
    await readTable(chunks, {
      problem,
      header({ positions }) {
        const isOwn = isTableOf(columns, positions);
        if (!isOwn) problem('export-columns-missing', 1);
        return isOwn;
      },
      record(record) {
        const event = read(record);
        if (event === null) return true;
        if (isProblem(event)) problem(event.problem, record.line);
        else sink.event(event);
        return true;
      },
    });
  };
}
