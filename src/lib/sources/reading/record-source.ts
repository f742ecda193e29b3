import type { Problem } from '../../model/problem';
import type { SourceUsageEvent } from '../../model/usage-event';
import { fieldsOf, type FieldReader } from './fields';
import { asArray, asObject, isProblem, type FieldProblem, type JsonObject } from './json-fields';
import { readJsonRecords } from './json-records';
import { peek, startsAsJson } from './peek';
import type { ReadFile, SourceSink } from '../source';
import type { TableColumns } from './table-columns';
import { tableReader } from './table-source';
import { asUtf8 } from './text';

/** `position` counts the records of the file from 1. */
export type RecordReader = (
  record: FieldReader,
  position: number,
  now: number,
  sink: SourceSink,
) => SourceUsageEvent | FieldProblem | null;

/** Reads a tool's export that exists as CSV, JSON and JSON lines with the same fields. */
export function recordReader(columns: TableColumns, read: RecordReader): ReadFile {
  const readAsTable = tableReader(
    columns,
    (sink, { now }) =>
      (record) =>
        read(record, record.number, now, sink),
  );
  return async (chunks, sink, context) => {
    const problem = (reason: Problem, line?: number): void => sink.problem(reason, line);
    const { start, all } = await peek(chunks);
    if (!startsAsJson(start)) {
      await readAsTable(all, sink, context);
      return;
    }
    let position = 0;
    await readJsonRecords(asUtf8(all, problem), sink, (record, line) => {
      for (const entry of entriesOf(record)) {
        position += 1;
        const event = read(fieldsOf(entry), position, context.now, sink);
        if (event === null) continue;
        if (isProblem(event)) problem(event.problem, line);
        else sink.event(event);
      }
    });
  };
}

/** APIs return a page of records under `data`, `result` or `results`. */
function entriesOf(record: JsonObject): readonly JsonObject[] {
  const page = record.data ?? record.results ?? record.result;
  if (!Array.isArray(page)) return [record];
  return asArray(page)
    .map(asObject)
    .filter((entry) => entry !== null);
}
