/**
 * @learnedFrom real spans of AI SDK 6
 * @identifiedBy trace and span
 * @counts input includes cached input; only the inner spans that call a provider count
 * @differs trackers that add the outer spans count 898 instead of 449 tokens
 */
import { readToolTime, reportCall } from '../reading/agent-call';
import { cacheOverInput, keyOf, splitInput } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { llmModeOf } from '../reading/local-providers';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

export const read: ReadFile = async (chunks, sink, { now }) => {
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  let position = 0;
  await readJsonRecords(text, sink, (record, line) => {
    position += 1;
    readSpan(record, { line, position, now }, sink);
  });
};

/** The names of single calls' spans. The spans around them repeat their usage, even in another trace. */
const calls = /^ai\.(?:generateText|streamText|generateObject|streamObject|embed|embedMany)\.do\w+$/;

/** Each counter's names in versions 4, 5 and 6, and in OpenTelemetry. */
const names = {
  input: ['ai.usage.inputTokens', 'ai.usage.promptTokens', 'ai.usage.tokens', 'gen_ai.usage.input_tokens'],
  output: ['ai.usage.outputTokens', 'ai.usage.completionTokens', 'gen_ai.usage.output_tokens'],
  cacheRead: ['ai.usage.cachedInputTokens'],
  reasoning: ['ai.usage.reasoningTokens'],
} as const;

function readSpan(
  span: JsonObject,
  { line, position, now }: { line: number; position: number; now: number },
  sink: SourceSink,
): void {
  const attributes = asObject(span.attributes);
  const operation = asText(attributes?.['ai.operationId']) ?? asText(span.name) ?? '';
  if (attributes === null || !calls.test(operation)) return;
  const value = (keys: readonly string[]): unknown =>
    keys.map((key) => attributes[key]).find((each) => each !== undefined && each !== null);
  const counts = readCounters(
    {
      input: value(names.input),
      output: value(names.output),
      cacheRead: value(names.cacheRead),
      reasoning: value(names.reasoning),
    },
    ['input', 'output', 'cacheRead', 'reasoning'],
  );
  if (isProblem(counts)) {
    sink.problem(counts.problem, line);
    return;
  }
  const input = splitInput(counts.input, counts.cacheRead, 0);
  const when = readToolTime(timeOf(span.startTime), now);
  const id = asText(asObject(span.spanContext)?.spanId);
  const provider = asText(attributes['ai.model.provider'])?.split('.')[0] ?? null;
  if (input === null) sink.problem(cacheOverInput, line);
  else if (isProblem(when)) sink.problem(when.problem, line);
  else if (id === null) sink.problem('no-id', line);
  else {
    reportCall(sink, {
      ...input,
      outputTokens: counts.output,
      reasoningTokens: Math.min(counts.reasoning, counts.output),
      dedupeKey: keyOf('vercel-ai-sdk', asText(asObject(span.spanContext)?.traceId), id),
      occurredAt: when.time,
      provider,
      model: asText(attributes['ai.response.model']) ?? asText(attributes['ai.model.id']),
      eventType: operation.startsWith('ai.embed') ? 'embedding' : 'chat',
      llmMode: llmModeOf(provider),
      position,
    });
  }
}

/** Converts seconds and nanoseconds since 1970 to milliseconds. */
function timeOf(value: unknown): unknown {
  const [seconds, nanoseconds] = asArray(value);
  if (typeof seconds !== 'number' || typeof nanoseconds !== 'number') return value;
  return Math.floor(seconds * 1000 + nanoseconds / 1e6);
}
