/**
 * @learnedFrom the author’s published log, 107 calls
 * @identifiedBy time, model and counts
 * @counts prompt includes the cache, which isn’t separated
 */
import { nanoUsdOf, reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { readEpoch } from '../reading/table-time';
import type { ReadFile, SourceSink } from '../source';

const findSend = finderOf('"message_send"');

export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findSend(bytes, start, end) !== -1,
    record: (record, line) => readSend(record, line, now, sink),
  });

/**
 * Events have no id, so a call is identified by its second, its model and its counts. The prompt includes cached
 * tokens.
 */
function readSend(record: JsonObject, line: number, now: number, sink: SourceSink): void {
  const properties = asObject(record.properties);
  if (record.event !== 'message_send' || properties === null) return;
  const counts = readCounters(properties, ['prompt_tokens', 'completion_tokens']);
  const when = readEpoch(record.time, now);
  if (isProblem(counts)) sink.problem(counts.problem, line);
  else if (isProblem(when)) sink.problem(when.problem, line);
  else {
    const model = asText(properties.main_model);
    reportCall(sink, {
      inputTokens: counts.prompt_tokens,
      outputTokens: counts.completion_tokens,
      dedupeKey: keyOf('aider', when.time, model, counts.prompt_tokens, counts.completion_tokens),
      occurredAt: when.time,
      model,
      position: line,
      recordedCostNanoUsd: nanoUsdOf(properties.cost),
    });
  }
}
