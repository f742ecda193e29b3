/**
 * @learnedFrom a recorded session, and the tool’s recorders of chats and subagents
 * @identifiedBy the record’s UUID
 * @counts prompt includes cached; output is the total minus the prompt, because thoughts are inside or on top by
 *   provider
 * @unconfirmed numbers that the tool estimates if a provider gives only a total. The log of a subagent has no model, and
 *   no usage for its answers that only call tools
 * @differs two trackers count cached tokens twice
 */
import { noTokens, type TokenCounters } from '../../model/tokens';
import { readToolTime, reportCall } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { finderOf } from '../reading/find-bytes';
import {
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import type { ReadFile, SourceSink } from '../source';

const findUsage = finderOf('"usageMetadata"');

export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: (bytes, start, end) => findUsage(bytes, start, end) !== -1,
    record: (record, line) => {
      if (record.type === 'assistant') noteAnswer(record, { line, now }, sink);
    },
  });

/** A line may be written twice under its id, first without its usage, so keep the larger one. */
function noteAnswer(
  record: JsonObject,
  { line, now }: { line: number; now: number },
  sink: SourceSink,
): void {
  const usage = asObject(record.usageMetadata);
  if (usage === null) return;
  const counters = readUsage(usage);
  if (isProblem(counters)) {
    sink.problem(counters.problem, line);
    return;
  }
  const when = readToolTime(record.timestamp, now);
  if (isProblem(when)) {
    sink.problem(when.problem, line);
    return;
  }
  const sessionId = asText(record.sessionId);
  reportCall(sink, {
    ...counters,
    dedupeKey: keyOf('qwen-code', asText(record.uuid) ?? `${sessionId ?? ''} ${when.time}`),
    sessionId,
    occurredAt: when.time,
    path: asText(record.cwd),
    model: asText(record.model),
    position: line,
  });
}

/**
 * The prompt includes cached tokens. Whether the candidates include thoughts depends on the provider, so the total
 * decides.
 */
function readUsage(usage: JsonObject): TokenCounters | FieldProblem {
  const counts = readCounters(usage, [
    'promptTokenCount',
    'cachedContentTokenCount',
    'candidatesTokenCount',
    'thoughtsTokenCount',
    'totalTokenCount',
  ]);
  if (isProblem(counts)) return counts;
  const prompt = counts.promptTokenCount;
  const cached = counts.cachedContentTokenCount;
  const thoughts = counts.thoughtsTokenCount;
  if (cached > prompt) return { problem: 'cache-over-input' };
  const outputTokens =
    counts.totalTokenCount > prompt
      ? counts.totalTokenCount - prompt
      : Math.max(counts.candidatesTokenCount, thoughts);
  return {
    ...noTokens,
    inputTokens: prompt - cached,
    cacheReadTokens: cached,
    outputTokens,
    // Some thoughts are estimates, so they are capped at the output.
    reasoningTokens: Math.min(thoughts, outputTokens),
  };
}
