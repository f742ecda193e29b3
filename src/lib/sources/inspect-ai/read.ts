/**
 * @learnedFrom three real logs, one packed
 * @identifiedBy time, model and counts of the model’s event
 * @counts whether input includes the cache is decided by the total; answers from disk don’t count
 */
import type { Problem } from '../../model/problem';
import { reportCall } from '../reading/agent-call';
import { cacheOverInput, foreignPath, keyOf } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';
import type { TokenCounters } from '../../model/tokens';
import type { ReadFile, SourceSink } from '../source';

/**
 * Every call is an event `model` of a sample; the usage of samples and of the whole evaluation is their sum. Answers
 * from the cache on disk were paid for in an earlier run.
 */
export const read: ReadFile = async (chunks, sink, { now, path = '' }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    const task = asText(asObject(record.eval)?.task) ?? taskOf(path);
    const samples = record.samples === undefined ? [record] : asArray(record.samples).map(asObject);
    for (const sample of samples) {
      for (const entry of asArray(sample?.events)) {
        position += 1;
        const event = asObject(entry);
        if (event?.event === 'model' && event.cache !== 'read')
          readCall(event, { task, line, position, now }, sink);
      }
    }
  });
};

function readCall(
  event: JsonObject,
  { task, line, position, now }: { task: string | null; line: number; position: number; now: number },
  sink: SourceSink,
): void {
  const output = asObject(event.output);
  const usage = asObject(output?.usage);
  // A failed call has no usage.
  if (usage === null) return;
  const counters = readUsage(usage);
  const when = readTime(event.timestamp, now);
  if ('problem' in counters) sink.problem(counters.problem, line);
  else if (isProblem(when)) sink.problem(when.problem, line);
  else {
    const requested = asText(event.model);
    const [provider = null] = requested?.includes('/') === true ? requested.split('/') : [];
    const path = foreignPath('inspect', task);
    if (path !== null && task !== null) sink.projectName?.(path, task);
    reportCall(sink, {
      ...counters,
      // The time has microseconds, and copying or packing a log doesn't change it.
      dedupeKey: keyOf('inspect-ai', asText(event.timestamp), requested, ...Object.values(counters)),
      occurredAt: when.time,
      path,
      provider,
      model: asText(output?.model) ?? requested,
      eventType: 'evaluation',
      position,
    });
  }
}

type Counters = Omit<TokenCounters, 'cacheWrite1hTokens'>;

/** The total decides whether the input includes cached tokens. */
function readUsage(usage: JsonObject): Counters | { problem: Problem } {
  const counts = readCounters(usage, [
    'input_tokens',
    'output_tokens',
    'total_tokens',
    'input_tokens_cache_read',
    'input_tokens_cache_write',
    'reasoning_tokens',
  ]);
  if (isProblem(counts)) return counts;
  const cached = counts.input_tokens_cache_read + counts.input_tokens_cache_write;
  const isBeside = counts.total_tokens === counts.input_tokens + cached + counts.output_tokens;
  const inputTokens = isBeside ? counts.input_tokens : counts.input_tokens - cached;
  if (inputTokens < 0) return { problem: cacheOverInput };
  return {
    inputTokens,
    cacheReadTokens: counts.input_tokens_cache_read,
    cacheWrite5mTokens: counts.input_tokens_cache_write,
    outputTokens: counts.output_tokens,
    reasoningTokens: Math.min(counts.reasoning_tokens, counts.output_tokens),
  };
}

/** `2025-02-11T15-17-00-05-00_popularity_dPiJifoWeEQB.eval`: the file's time, the task and an id. */
function taskOf(path: string): string | null {
  return asText(/(?:^|\/)\d{4}-\d\d-\d\dT[\d-]+_([^/]+)_[^_/]+\.eval(?:\/|$)/.exec(path)?.[1]);
}
