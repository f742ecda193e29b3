import type { SourceUsageEvent } from '../../model/usage-event';
import { columnsOf, readTable, type TableRecord } from './csv';
import { isProblem, type FieldProblem } from './json-fields';
import type { Source, SourceContext, SourceSink } from '../source';

/** The event of one record, nothing where it holds no usage, or why it cannot be used. */
export type ReadRecord = SourceUsageEvent | FieldProblem | null;

/** A provider's CSV export: what tells it from others, and what one row means. */
export interface TableFormat extends Pick<Source, 'id' | 'name' | 'certainty' | 'places'> {
  /** Columns (normalised) that every version of the export has; of alternatives, one. */
  columns: readonly (string | readonly string[])[];
  /** Columns that belong to another export, which has those above as well. */
  otherColumns?: readonly string[];
  /** Called once for each file, so that a reader may remember what it has seen. */
  reader(sink: SourceSink, context: SourceContext): (record: TableRecord) => ReadRecord;
}

/** A source out of such a format. */
export function tableSource(format: TableFormat): Source {
  const { id, name, certainty, places } = format;
  return {
    id,
    name,
    certainty,
    places,
    detect: (head) => isTableOf(format, columnsOf(head)),
    read: (chunks, sink, context) => readTableOf(format, chunks, sink, context),
  };
}

export function isTableOf(
  format: Pick<TableFormat, 'columns' | 'otherColumns'>,
  columns: Pick<ReadonlySet<string>, 'has'>,
): boolean {
  const { columns: needed, otherColumns = [] } = format;
  return (
    needed.every((column) => [column].flat().some((name) => columns.has(name))) &&
    !otherColumns.some((column) => columns.has(column))
  );
}

export async function readTableOf(
  format: Pick<TableFormat, 'name' | 'columns' | 'otherColumns' | 'reader'>,
  chunks: AsyncIterable<Uint8Array>,
  sink: SourceSink,
  context: SourceContext,
): Promise<void> {
  const read = format.reader(sink, context);
  const problem = (reason: string, line?: number): void => sink.problem(reason, line);
  await readTable(chunks, {
    problem,
    header({ positions }) {
      const isOwn = isTableOf(format, positions);
      if (!isOwn) problem(`The first row lacks columns of this export (${format.name}).`, 1);
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
}
