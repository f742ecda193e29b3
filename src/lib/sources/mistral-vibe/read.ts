import { nanoUsdOf, readToolTime, reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => readSession(record, { line, now }, sink));
};

/** A session's totals, dated at its end. A resumed session continues in the same document. Messages have no counts. */
function readSession(
  session: JsonObject,
  { line, now }: { line: number; now: number },
  sink: SourceSink,
): void {
  if (session.role !== undefined && session.stats === undefined) return;
  const stats = asObject(session.stats);
  const sessionId = asText(session.session_id);
  if (stats === null || sessionId === null) {
    sink.problem('The record has no id.', line);
    return;
  }
  const counts = readCounters(stats, ['session_prompt_tokens', 'session_completion_tokens']);
  if (isProblem(counts)) {
    sink.problem(counts.problem, line);
    return;
  }
  const when = readToolTime(session.end_time ?? session.start_time, now);
  if (isProblem(when)) {
    sink.problem(when.problem, line);
    return;
  }
  reportCall(sink, {
    inputTokens: counts.session_prompt_tokens,
    outputTokens: counts.session_completion_tokens,
    dedupeKey: keyOf('mistral-vibe', sessionId),
    sessionId,
    occurredAt: when.time,
    path: asText(asObject(session.environment)?.working_directory),
    provider: 'mistral',
    model: asText(session.model) ?? asText(asObject(session.config)?.active_model),
    position: line,
    recordedCostNanoUsd: nanoUsdOf(stats.session_cost),
    countQuality: 'session-total',
  });
}
