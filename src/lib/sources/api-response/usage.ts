import { noTokens, type TokenCounters } from '../../model/tokens';
import {
  asObject,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { readAnthropicUsage } from '../claude-code/usage';

/** Reads a `usage` object in the form of the API that made it; null where it is of none that is known. */
export function readApiUsage(usage: JsonObject): TokenCounters | FieldProblem | null {
  if ('promptTokenCount' in usage || 'totalTokenCount' in usage) return readGeminiUsage(usage);
  if ('prompt_tokens' in usage) {
    return readOpenAiUsage(usage, 'prompt_tokens', 'completion_tokens');
  }
  if (!('input_tokens' in usage)) return null;
  // Both call them so; only OpenAI's input holds the cached tokens, and it says which in an object of its own.
  const isOpenAi =
    'input_tokens_details' in usage || 'output_tokens_details' in usage || 'total_tokens' in usage;
  return isOpenAi ? readOpenAiUsage(usage, 'input_tokens', 'output_tokens') : readAnthropicUsage(usage);
}

function readOpenAiUsage(
  usage: JsonObject,
  input: 'prompt_tokens' | 'input_tokens',
  output: 'completion_tokens' | 'output_tokens',
): TokenCounters | FieldProblem {
  const counts = readCounters(usage, [input, output]);
  if (isProblem(counts)) return counts;
  const cached = readCounters(asObject(usage[`${input}_details`]) ?? {}, ['cached_tokens']);
  if (isProblem(cached)) return cached;
  const details = readCounters(asObject(usage[`${output}_details`]) ?? {}, ['reasoning_tokens']);
  if (isProblem(details)) return details;
  return parts(counts[input], cached.cached_tokens, counts[output], details.reasoning_tokens);
}

/** Thoughts and the prompt tokens of tools stand beside the counts of prompt and answer. */
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
    counts.cachedContentTokenCount,
    counts.candidatesTokenCount + counts.thoughtsTokenCount,
    counts.thoughtsTokenCount,
  );
}

function parts(
  input: number,
  cached: number,
  output: number,
  reasoning: number,
): TokenCounters | FieldProblem {
  if (cached > input) return { problem: 'There are more cached tokens than input tokens.' };
  if (reasoning > output) return { problem: 'There are more reasoning tokens than output tokens.' };
  return {
    ...noTokens,
    inputTokens: input - cached,
    cacheReadTokens: cached,
    outputTokens: output,
    reasoningTokens: reasoning,
  };
}
