/**
 * @learnedFrom its documentation
 * @identifiedBy request id
 * @counts input excludes the cache; rows with an error have no counts
 */
import { reportCall } from '../reading/agent-call';
import { foreignPath, keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    readCall(record, { line, position, now }, sink);
  });
};

/** Input excludes cache reads and writes. A failed call has no counts. */
function readCall(
  record: JsonObject,
  { line, position, now }: { line: number; position: number; now: number },
  sink: SourceSink,
): void {
  if (asText(record.errorCode) !== null) return;
  const input = readCounters(asObject(record.input) ?? {}, [
    'inputTokenCount',
    'cacheReadInputTokenCount',
    'cacheWriteInputTokenCount',
  ]);
  const output = readCounters(asObject(record.output) ?? {}, ['outputTokenCount']);
  const when = readTime(record.timestamp, now);
  const request = asText(record.requestId);
  if (isProblem(input)) sink.problem(input.problem, line);
  else if (isProblem(output)) sink.problem(output.problem, line);
  else if (isProblem(when)) sink.problem(when.problem, line);
  else if (request === null) sink.problem('no-id', line);
  else {
    const metadata = asObject(record.requestMetadata);
    const name = asText(metadata?.project) ?? asText(metadata?.application) ?? callerOf(record);
    reportCall(sink, {
      inputTokens: input.inputTokenCount,
      cacheReadTokens: input.cacheReadInputTokenCount,
      cacheWrite5mTokens: input.cacheWriteInputTokenCount,
      outputTokens: output.outputTokenCount,
      dedupeKey: keyOf('bedrock-log', request),
      occurredAt: when.time,
      path: foreignPath('bedrock', name),
      provider: 'amazon-bedrock',
      model: modelOf(asText(record.modelId)),
      eventType: asText(record.modelId)?.includes('embed') === true ? 'embedding' : 'chat',
      position,
    });
  }
}

/** The role or user at the end of the caller's ARN. */
function callerOf(record: JsonObject): string | null {
  const arn = asText(asObject(record.identity)?.arn);
  return asText(arn?.split('/')[1]);
}

/** An inference profile is stated as an ARN that ends with the model. */
function modelOf(id: string | null): string | null {
  return asText(id?.slice(id.lastIndexOf('/') + 1));
}
