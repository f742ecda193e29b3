import type { FileHead } from '../reading/head';
import type { TopLevelKeys } from '../reading/top-level-keys';

const usageKeys = [
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'prompt_tokens_details',
  'completion_tokens_details',
  'input_tokens',
  'output_tokens',
  'input_tokens_details',
  'output_tokens_details',
  'cache_creation_input_tokens',
  'cache_read_input_tokens',
  'cache_creation',
  'prompt_cache_hit_tokens',
  'prompt_cache_miss_tokens',
  'num_sources_used',
  'service_tier',
  'server_tool_use',
  'inference_geo',
  'speed',
  'cost',
  'cost_details',
  'is_byok',
  'promptTokenCount',
  'candidatesTokenCount',
  'totalTokenCount',
  'cachedContentTokenCount',
  'thoughtsTokenCount',
  'toolUsePromptTokenCount',
  'promptTokensDetails',
  'candidatesTokensDetails',
  'cacheTokensDetails',
  'trafficType',
];

const objects = ['chat.completion', 'chat.completion.chunk', 'text_completion', 'response'];
/** A list of stored responses, as OpenAI returns it. */
const listOfResponses = /"data"\s*:\s*\[\s*\{[^{}]*"object"\s*:\s*"(?:chat\.completion|response)"/;

/**
 * Whether the start of a file looks like a response, a part of a streamed one, a batch result, or a bare usage
 * object.
 */
export function isResponse({ keys, text: head }: FileHead): boolean {
  const object = keys.get('object') ?? '';
  if (objects.includes(object)) return true;
  if (object === 'list')
    return keys.has('data') && (keys.has('usage') || keys.has('model') || listOfResponses.test(head));
  if (keys.has('usageMetadata')) return true;
  if (keys.has('candidates') && !keys.has('messages')) return true;
  if (keys.get('type') === 'message' && keys.get('role') === 'assistant')
    return keys.has('content') || keys.has('usage');
  return isPartOfStream(keys) || isOfBatch(keys, head) || isUsage(keys);
}

function isPartOfStream(keys: TopLevelKeys): boolean {
  const type = keys.get('type') ?? '';
  if (type === 'message_start') return keys.has('message');
  return type.startsWith('response.') && (keys.has('response') || keys.has('sequence_number'));
}

function isOfBatch(keys: TopLevelKeys, head: string): boolean {
  if (keys.has('custom_id')) return keys.has('response') || keys.has('result');
  const isOfGemini = keys.has('response') && (keys.has('key') || keys.has('request'));
  return isOfGemini && head.includes('"usageMetadata"');
}

function isUsage(keys: TopLevelKeys): boolean {
  if (keys.has('usage') && keys.has('choices')) return true;
  const isCount = (key: string): boolean => key.endsWith('_tokens') || key.endsWith('TokenCount');
  return (
    keys.size > 0 &&
    [...keys.keys()].every((key) => usageKeys.includes(key)) &&
    [...keys.keys()].some(isCount)
  );
}
