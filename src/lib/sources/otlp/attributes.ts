import { noTokens, type TokenCounters } from '../../model/tokens';
import {
  asArray,
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
} from '../reading/json-fields';

/** The attributes of a span or resource by name. In OTLP JSON, a 64-bit number may be a string. */
export type Attributes = ReadonlyMap<string, unknown>;

export function readAttributes(value: unknown): Attributes {
  const attributes = new Map<string, unknown>();
  for (const entry of asArray(value)) {
    const attribute = asObject(entry);
    const key = attribute?.key;
    const content = asObject(attribute?.value);
    if (typeof key !== 'string' || content === null) continue;
    const text = content.intValue;
    const isWrittenAsText = typeof text === 'string' && /^-?\d{1,15}$/.test(text);
    attributes.set(
      key,
      isWrittenAsText ? Number(text) : (text ?? content.stringValue ?? content.doubleValue ?? null),
    );
  }
  return attributes;
}

/** Each counter's current name, and names that it had before or has in common instrumentations. */
const names = {
  input: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens', 'llm.token_count.prompt'],
  output: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens', 'llm.token_count.completion'],
  cacheRead: [
    'gen_ai.usage.cache_read.input_tokens',
    'gen_ai.usage.cache_read_input_tokens',
    'llm.token_count.prompt_details.cache_read',
  ],
  cacheWrite: [
    'gen_ai.usage.cache_creation.input_tokens',
    'gen_ai.usage.cache_write.input_tokens',
    'gen_ai.usage.cache_creation_input_tokens',
    'llm.token_count.prompt_details.cache_write',
  ],
  reasoning: [
    'gen_ai.usage.reasoning.output_tokens',
    'gen_ai.usage.reasoning_tokens',
    'llm.token_count.completion_details.reasoning',
  ],
  total: ['gen_ai.usage.total_tokens', 'llm.usage.total_tokens', 'llm.token_count.total'],
} as const;

/**
 * Null if the span has no usage. Input includes cache reads and writes, output includes reasoning. If an
 * instrumentation counts the cache differently, its total reveals it.
 */
export function readSpanUsage(attributes: Attributes): TokenCounters | FieldProblem | null {
  const record: Record<string, unknown> = {};
  for (const [counter, keys] of Object.entries(names)) {
    const key = keys.find((name) => attributes.has(name));
    if (key !== undefined) record[counter] = attributes.get(key);
  }
  if (!('input' in record) && !('output' in record)) return null;
  const counts = readCounters(record, ['input', 'output', 'cacheRead', 'cacheWrite', 'reasoning', 'total']);
  if (isProblem(counts)) return counts;
  const cached = counts.cacheRead + counts.cacheWrite;
  const isBeside = cached > 0 && counts.total === counts.input + cached + counts.output;
  const inputTokens = isBeside ? counts.input : counts.input - cached;
  if (inputTokens < 0) return { problem: 'cache-over-input' };
  if (counts.reasoning > counts.output) {
    return { problem: 'reasoning-over-output' };
  }
  return {
    ...noTokens,
    inputTokens,
    cacheReadTokens: counts.cacheRead,
    cacheWrite5mTokens: counts.cacheWrite,
    outputTokens: counts.output,
    reasoningTokens: counts.reasoning,
  };
}

export function textOf(attributes: Attributes, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = asText(attributes.get(key));
    if (text !== null) return text;
  }
  return null;
}
