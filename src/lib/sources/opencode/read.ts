/**
 * @learnedFrom its source and schemas of both versions; databases made from them
 * @identifiedBy the millisecond, the model and the counts, because a fork copies messages under new ids
 * @counts input excludes the cache; whether output includes reasoning is decided by the record’s total
 * @unconfirmed records of the first version without a total: read as reasoning on top, except OpenAI’s. In the second
 *   version it is always on top
 */
import { asObject, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { readMessage, readSession } from './message';
import type { ReadFile, SourceContext, SourceSink } from '../source';
import { asUtf8 } from '../reading/text';

export { readDatabase } from './database';

/** The JSON files of earlier versions. */
export const read: ReadFile = async (chunks, sink, context) => {
  let position = 0;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    readRecord(record, { position, line }, sink, context);
  });
};

function readRecord(
  record: JsonObject,
  { position, line }: { position: number; line: number },
  sink: SourceSink,
  { now }: SourceContext,
): void {
  const session = readSession(record.id, record.directory, asObject(record.time)?.created, now);
  if (session !== null) sink.session(session);
  const event = readMessage(record, { sessionId: null, folder: null, position, form: 'first' }, now);
  if (event === null) return;
  if (isProblem(event)) sink.problem(event.problem, line);
  else sink.event(event);
}
