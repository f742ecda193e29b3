import { noTokens, type TokenCounters } from '../../model/tokens';
import {
  asObject,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { readAnthropicUsage } from '../claude-code/usage';

/** Reads a `usage` object in the format of the API that it came from; null for an unknown format. */
export function readApiUsage(usage: JsonObject): TokenCounters | FieldProblem | null {
  if ('promptTokenCount' in usage || 'totalTokenCount' in usage) return readGeminiUsage(usage);
  if ('prompt_tokens' in usage) {
    return readOpenAiUsage(usage, 'prompt_tokens', 'completion_tokens');
  }
  if (!('input_tokens' in usage)) return null;
  // Both APIs use these names. Only OpenAI's input includes cached tokens, which it states in an object of its own.
  const isOpenAi =
    'input_tokens_details' in usage ||
    'total_tokens' in usage ||
    ('output_tokens_details' in usage && !('cache_read_input_tokens' in usage));
  return isOpenAi ? readOpenAiUsage(usage, 'input_tokens', 'output_tokens') : readAnthropicUsage(usage);
}

/**
 * The prompt includes cache reads and writes, and the answer includes reasoning. Some servers with the same format
 * differ, which the total reveals (xAI counts reasoning separately).
 */
function readOpenAiUsage(
  usage: JsonObject,
  inputKey: 'prompt_tokens' | 'input_tokens',
  outputKey: 'completion_tokens' | 'output_tokens',
): TokenCounters | FieldProblem {
  const counts = readCounters(usage, [inputKey, outputKey, 'total_tokens']);
  if (isProblem(counts)) return counts;
  const cache = readCache(usage, asObject(usage[`${inputKey}_details`]) ?? {});
  if (isProblem(cache)) return cache;
  const details = readCounters(asObject(usage[`${outputKey}_details`]) ?? {}, ['reasoning_tokens']);
  if (isProblem(details)) return details;
  const [input, output, total] = [counts[inputKey], counts[outputKey], counts.total_tokens];
  const [cached, reasoning] = [cache.read + cache.write, details.reasoning_tokens];
  const isBesideOutput = reasoning > 0 && total === input + output + reasoning;
  const isBesideInput = cached > 0 && total === input + cached + output + (isBesideOutput ? reasoning : 0);
  return parts(
    input + (isBesideInput ? cached : 0),
    cache,
    output + (isBesideOutput ? reasoning : 0),
    reasoning,
  );
}

/** Where the servers with OpenAI's format report cache reads (`read`) and writes (`write`). */
const cacheKeys = {
  read: ['cached_tokens', 'cache_read_input_tokens', 'prompt_cache_hit_tokens'],
  write: ['cache_write_tokens', 'cache_creation_tokens', 'cache_creation_input_tokens'],
} as const;

function readCache(usage: JsonObject, details: JsonObject): Cache | FieldProblem {
  const first = (keys: readonly string[]): unknown =>
    [details, usage].flatMap((object) => keys.map((key) => object[key])).find((value) => value != null);
  return readCounters({ read: first(cacheKeys.read), write: first(cacheKeys.write) }, ['read', 'write']);
}

/** Thoughts and the prompt tokens of tools are counted separately from prompt and answer. */
function readGeminiUsage(usage: JsonObject): TokenCounters | FieldProblem {
  const counts = readCounters(usage, [
    'promptTokenCount',
    'cachedContentTokenCount',
    'candidatesTokenCount',
    'thoughtsTokenCount',
    'toolUsePromptTokenCount',
  ]);
  if (isProblem(counts)) return counts;
  return parts(
    counts.promptTokenCount + counts.toolUsePromptTokenCount,
    { read: counts.cachedContentTokenCount, write: 0 },
    counts.candidatesTokenCount + counts.thoughtsTokenCount,
    counts.thoughtsTokenCount,
  );
}

interface Cache {
  read: number;
  write: number;
}

function parts(
  input: number,
  { read, write }: Cache,
  output: number,
  reasoning: number,
): TokenCounters | FieldProblem {
  if (read + write > input) return { problem: 'cache-over-input' };
  if (reasoning > output) return { problem: 'reasoning-over-output' };
  return {
    ...noTokens,
    inputTokens: input - read - write,
    cacheReadTokens: read,
    cacheWrite5mTokens: write,
    outputTokens: output,
    reasoningTokens: reasoning,
  };
}
