import { nanoUsdOf, readToolTime, reportCall } from '../reading/agent-call';
import { cacheOverInput, keyOf, splitInput } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record) => {
    const sessionId = asText(record.sessionId);
    for (const [index, entry] of asArray(record.messages).entries()) {
      const message = asObject(entry);
      if (message !== null) readMessage(message, { sessionId, position: index + 1, now }, sink);
    }
    noteSession(record, now, sink);
  });
};

interface Place {
  sessionId: string | null;
  position: number;
  now: number;
}

/** The document next to the messages; only it names the folder. */
function noteSession(record: JsonObject, now: number, sink: SourceSink): void {
  const sessionId = asText(record.session_id);
  const beganIn = asText(record.cwd) ?? asText(record.workspace_root);
  const when = readToolTime(record.started_at, now);
  if (sessionId !== null && beganIn !== null && !isProblem(when))
    sink.session({ sessionId, beganAt: when.time, beganIn });
}

function readMessage(message: JsonObject, place: Place, sink: SourceSink): void {
  const metrics = asObject(message.metrics);
  if (metrics !== null) readMetrics(message, metrics, 'call', place, sink);
  // Compaction removes messages and stores the sum of their usage on one of those it keeps.
  const before = asObject(asObject(message.metadata)?.usageBefore);
  if (before !== null) readMetrics(message, before, 'before compaction', place, sink);
}

/** Input includes cache tokens, output includes reasoning. Forks copy messages with their ids. */
function readMetrics(
  message: JsonObject,
  metrics: JsonObject,
  kind: 'call' | 'before compaction',
  { sessionId, position, now }: Place,
  sink: SourceSink,
): void {
  const when = readToolTime(message.ts, now);
  if (isProblem(when)) {
    sink.problem(when.problem, position);
    return;
  }
  const counts = readCounters(metrics, [
    'inputTokens',
    'outputTokens',
    'cacheReadTokens',
    'cacheWriteTokens',
  ]);
  if (isProblem(counts)) {
    sink.problem(counts.problem, position);
    return;
  }
  const input = splitInput(counts.inputTokens, counts.cacheReadTokens, counts.cacheWriteTokens);
  if (input === null) {
    sink.problem(cacheOverInput, position);
    return;
  }
  const model = asObject(message.modelInfo);
  reportCall(sink, {
    ...input,
    outputTokens: counts.outputTokens,
    dedupeKey: keyOf('cline-cli', asText(message.id) ?? `${sessionId ?? ''} ${when.time}`, kind),
    sessionId,
    occurredAt: when.time,
    provider: asText(model?.provider),
    model: asText(model?.id),
    position,
    recordedCostNanoUsd: nanoUsdOf(metrics.cost),
    ...(kind === 'call' ? {} : { countQuality: 'session-total' }),
  });
}
