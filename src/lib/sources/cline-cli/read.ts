/**
 * @learnedFrom a real session, and the source of Cline’s extension, which writes the same
 * @identifiedBy the message’s id over all files
 * @counts input includes the cache; reasoning is inside output; what a compaction removed counts as one sum, less the
 *   calls that were read before; the sum of an older task that a session continues counts in the task’s own file
 * @unconfirmed a compaction that removes the sum of such a task adds it to its own; calls that an agentic compaction
 *   removed are only in the session’s sum, which isn’t read
 * @differs a tracker takes input as excluding the cache: 1,169,084 instead of 634,649 tokens
 */
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
    const messages = asArray(record.messages).map((entry) => asObject(entry) ?? {});
    const earlier = messages.findIndex(endsEarlierTask);
    for (const [index, message] of messages.entries()) {
      const place = { sessionId, position: index + 1, now };
      if (index < earlier) {
        if (isCounted(message)) sink.problem('cline-earlier-task', place.position);
      } else if (asObject(message.metrics) !== null) readMetrics(message, { place }, sink);
      if (index >= earlier && usageBefore(message) !== null)
        readMetrics(message, { place, removed: spanOf(messages, index) }, sink);
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

/** Compaction removes messages and stores the sum of their usage on one of those it keeps. */
function usageBefore(message: JsonObject): JsonObject | null {
  return asObject(asObject(message.metadata)?.usageBefore);
}

const isCounted = (message: JsonObject): boolean =>
  asObject(message.metrics) !== null || usageBefore(message) !== null;

/**
 * Where a session continues a task of an older version of Cline, this note to the model follows the task's messages. The
 * last of those has the sum of the task, whose calls are in its own file.
 */
function endsEarlierTask({ role, content }: JsonObject): boolean {
  if (role !== 'user') return false;
  const texts =
    typeof content === 'string' ? [content] : asArray(content).map((part) => asObject(part)?.text);
  return texts.some((text) => typeof text === 'string' && text.startsWith(noteOnEarlierTask));
}

const noteOnEarlierTask = 'Warning: this is a legacy conversation';

/** The removed calls were made after the first and no later than the second time, in UTC milliseconds. */
interface Span {
  since: number;
  until: number;
}

/**
 * Compaction also removes metrics from the messages it keeps, so the span ends before the next message with metrics.
 */
function spanOf(messages: readonly JsonObject[], index: number): Span {
  const timeOf = ({ ts }: JsonObject): number => (Number.isSafeInteger(ts) ? Number(ts) : 0);
  const before = messages.slice(0, index).filter(isCounted).map(timeOf);
  const next = messages.findIndex((message, place) => place > index && isCounted(message));
  const kept = messages
    .slice(index, next === -1 ? undefined : next)
    .filter(({ role }, place) => place === 0 || role === 'assistant')
    .map(timeOf);
  return { since: Math.max(1, ...before), until: Math.max(...kept) };
}

/** Input includes cache tokens, output includes reasoning. Forks copy messages with their ids. */
function readMetrics(
  message: JsonObject,
  { place: { sessionId, position, now }, removed }: { place: Place; removed?: Span },
  sink: SourceSink,
): void {
  const metrics = (removed === undefined ? asObject(message.metrics) : usageBefore(message)) ?? {};
  const when = readToolTime(removed?.until ?? message.ts, now);
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
    dedupeKey: keyOf(
      'cline-cli',
      asText(message.id) ?? `${sessionId ?? ''} ${when.time}`,
      removed === undefined ? 'call' : 'before compaction',
    ),
    sessionId,
    occurredAt: when.time,
    provider: asText(model?.provider),
    model: asText(model?.id),
    position,
    recordedCostNanoUsd: nanoUsdOf(metrics.cost),
    ...(removed === undefined ? {} : { countQuality: 'session-total', precedence: removed.since }),
  });
}
