import type { SourceUsageEvent } from '../../model/usage-event';
import { columnsOf } from './csv';
import { fieldsOf, normalised, type FieldReader } from './fields';
import { asArray, asObject, isProblem, type FieldProblem, type JsonObject } from './json-fields';
import { readJsonRecords } from './json-records';
import { peek, startsAsJson } from './peek';
import type { Source, SourceSink } from '../source';
import { isTableOf, readTableOf, type TableFormat } from './table-source';
import { asUtf8 } from './text';
import { topLevelKeys } from './top-level-keys';

/** A tool's export that comes as CSV, as JSON and as JSON lines, with the same fields. */
export interface RecordFormat extends Omit<TableFormat, 'reader'> {
  /** `position` counts the records of the file from 1. */
  read(
    record: FieldReader,
    position: number,
    now: number,
    sink: SourceSink,
  ): SourceUsageEvent | FieldProblem | null;
}

export function recordSource(format: RecordFormat): Source {
  const { id, name, certainty, places } = format;
  return {
    id,
    name,
    certainty,
    places,
    detect: (head) => isTableOf(format, startsAsJson(head) ? keysOf(head) : columnsOf(head)),
    async read(chunks, sink, context) {
      const problem = (reason: string, line?: number): void => sink.problem(reason, line);
      const { start, all } = await peek(chunks);
      if (!startsAsJson(start)) {
        const reader: TableFormat['reader'] = () => (record) =>
          format.read(record, record.number, context.now, sink);
        return readTableOf({ ...format, reader }, all, sink, context);
      }
      let position = 0;
      await readJsonRecords(asUtf8(all, problem), sink, (record, line) => {
        for (const entry of entriesOf(record)) {
          position += 1;
          const event = format.read(fieldsOf(entry), position, context.now, sink);
          if (event === null) continue;
          if (isProblem(event)) problem(event.problem, line);
          else sink.event(event);
        }
      });
    },
  };
}

/** Interfaces answer with a page of records under `data`. */
function entriesOf(record: JsonObject): readonly JsonObject[] {
  const { data } = record;
  if (!Array.isArray(data)) return [record];
  return asArray(data)
    .map(asObject)
    .filter((entry) => entry !== null);
}

function keysOf(head: string): ReadonlySet<string> {
  const readable = /[\0\ufffd]/.test(head) ? head.replaceAll(/[\0\ufffd]/g, '') : head;
  const inside = /^[\s\ufeff]*\{\s*"data"\s*:\s*(?=\[)/.exec(readable);
  const keys = topLevelKeys(inside === null ? readable : readable.slice(inside[0].length));
  return new Set([...keys.keys()].map(normalised));
}
