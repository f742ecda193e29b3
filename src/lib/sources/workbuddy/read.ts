/**
 * @learnedFrom other trackers’ readers
 * @identifiedBy session and message of the response, which is written on several lines
 * @counts whether the prompt includes the cache is decided by the total; reasoning is inside output
 * @unconfirmed records without a total: read as including the cache, unless the cache is larger
 * @differs one tracker counts a response once per line and its cache twice
 */
import { readToolTime } from '../reading/agent-call';
import { keyOf } from '../reading/call';
import { asObject, asText, type JsonObject } from '../reading/json-fields';
import { readJsonLines } from '../reading/json-lines';
import { reportUsage } from '../reading/report-usage';
import type { ReadFile } from '../source';

/**
 * A response is written on several lines, one per message, call of a tool or thought, with the same usage and the same
 * `messageId`. The usage has the names of the provider or of the interface behind it. Its total shows that the prompt
 * includes the cache; reasoning is inside output.
 */
export const read: ReadFile = (chunks, sink, { now }) =>
  readJsonLines(chunks, sink, {
    wants: () => true,
    record(record, line) {
      const data = asObject(record.providerData);
      const message = asObject(record.message);
      const usage = asObject(message?.usage) ?? asObject(data?.usage) ?? asObject(data?.rawUsage);
      if (usage === null) return;
      const sessionId = asText(record.sessionId);
      const id = asText(data?.messageId) ?? asText(record.id);
      if (id === null) {
        sink.problem('no-id', line);
        return;
      }
      const counts = countsOf(usage);
      reportUsage(
        sink,
        { position: line },
        {
          counts,
          holdsCache: counts.total === undefined ? 'unless larger' : 'by total',
          when: readToolTime(record.timestamp, now),
          dedupeKey: keyOf('workbuddy', sessionId, id),
          sessionId,
          path: asText(record.cwd),
          model: asText(data?.model) ?? asText(data?.requestModelId) ?? asText(message?.model),
        },
      );
    },
  });

function countsOf(usage: JsonObject) {
  const prompt = asObject(usage.prompt_tokens_details);
  const completion = asObject(usage.completion_tokens_details);
  return {
    input: usage.input_tokens ?? usage.inputTokens ?? usage.prompt_tokens,
    output: usage.output_tokens ?? usage.outputTokens ?? usage.completion_tokens,
    cacheRead:
      usage.cache_read_input_tokens ??
      usage.cacheReadInputTokens ??
      usage.prompt_cache_hit_tokens ??
      usage.cached_tokens ??
      prompt?.cached_tokens,
    cacheWrite:
      usage.cache_creation_input_tokens ?? usage.cacheCreationInputTokens ?? usage.prompt_cache_write_tokens,
    reasoning: usage.completion_thinking_tokens ?? usage.reasoningTokens ?? completion?.reasoning_tokens,
    total: usage.total_tokens ?? usage.totalTokens,
  };
}
