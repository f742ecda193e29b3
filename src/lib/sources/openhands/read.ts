/**
 * @learnedFrom real output of an evaluation; the source of its SDK
 * @identifiedBy response id: a subagent’s calls are in its own file and in that of its parent. A short id, only with its
 *   instance or conversation
 * @counts prompt includes the cache, unless the cache is larger; the accumulated usage repeats the calls; a
 *   conversation’s calls have the times of their costs
 * @unconfirmed if some calls have no cost, those of the conversation are dated by the file
 * @differs trackers that read only the events of a conversation find no usage
 */
import { reportCall } from '../reading/agent-call';
import { cacheOverInput, foreignPath, splitInput } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { readTableTime } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';
import { readConversation } from './conversation';
import { keyOfResponse, timeIn } from './response';

/** Every call is in `metrics.token_usages`. The accumulated numbers and those of the history repeat them. */
export const read: ReadFile = async (chunks, sink, context) => {
  let position = 0;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    if (record.agent !== undefined) {
      readConversation(record, line, sink, context);
      return;
    }
    const task: Task = { name: asText(record.instance_id), beganAt: beginOf(record, context.now) };
    for (const entry of asArray(asObject(record.metrics)?.token_usages)) {
      position += 1;
      const usage = asObject(entry);
      if (usage !== null) readUsage(usage, task, { line, position, now: context.now }, sink);
    }
  });
};

interface Task {
  name: string | null;
  /** UTC milliseconds of the first step; null if it has no time. */
  beganAt: number | null;
}

function readUsage(
  usage: JsonObject,
  { name, beganAt }: Task,
  { line, position, now }: { line: number; position: number; now: number },
  sink: SourceSink,
): void {
  const counts = readCounters(usage, [
    'prompt_tokens',
    'completion_tokens',
    'cache_read_tokens',
    'cache_write_tokens',
  ]);
  if (isProblem(counts)) {
    sink.problem(counts.problem, line);
    return;
  }
  const response = asText(usage.response_id);
  const occurredAt = timeIn(response, now) ?? beganAt;
  const input = splitInput(counts.prompt_tokens, counts.cache_read_tokens, counts.cache_write_tokens);
  if (response === null) sink.problem('no-id', line);
  else if (occurredAt === null) sink.problem('no-date', line);
  else if (input === null) sink.problem(cacheOverInput, line);
  else {
    const path = foreignPath('openhands', name);
    if (path !== null && name !== null) sink.projectName?.(path, name);
    reportCall(sink, {
      ...input,
      outputTokens: counts.completion_tokens,
      dedupeKey: keyOfResponse(name, response),
      sessionId: name,
      occurredAt,
      path,
      model: asText(usage.model),
      position,
    });
  }
}

function beginOf(record: JsonObject, now: number): number | null {
  const first = asObject(asArray(record.history)[0]);
  const when = readTableTime(first?.timestamp, now);
  return isProblem(when) ? null : when.time;
}
