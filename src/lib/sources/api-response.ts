import { totalTokensOf } from '../model/tokens';
import { readApiUsage } from './api-response/usage';
import { ChainHash } from './reading/chain-hash';
import { asObject, asText, isProblem, type JsonObject } from './reading/json-fields';
import { readJsonRecords } from './reading/json-records';
import type { Source, SourceContext, SourceSink } from './source';
import { asUtf8 } from './reading/text';
import { readTime } from './reading/time';
import { topLevelKeys } from './reading/top-level-keys';

const id = 'api-response';

/** Single responses of the APIs of OpenAI, Anthropic and Gemini, saved or pasted as JSON; also results of their batches. */
export const apiResponse: Source = {
  id,
  name: 'API response',
  certainty: 'documentation',
  places: [],
  detect: (head) => isResponse(topLevelKeys(head)),
  read(chunks, sink, context) {
    let position = 0;
    const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
    return readJsonRecords(text, sink, (record, line) => {
      position += 1;
      readResponse(unwrap(record), position, line, sink, context);
    });
  },
};

function readResponse(
  response: JsonObject,
  position: number,
  line: number,
  sink: SourceSink,
  { now }: SourceContext,
): void {
  const isBare = !('usage' in response) && !('usageMetadata' in response);
  const usage = asObject(isBare ? response : (response.usageMetadata ?? response.usage));
  const counters = usage === null ? null : readApiUsage(usage);
  if (counters === null) {
    sink.problem('The response holds no usage that is known.', line);
    return;
  }
  if (isProblem(counters)) {
    sink.problem(counters.problem, line);
    return;
  }
  if (totalTokensOf(counters) === 0) return;

  const when = timeOf(response, now);
  if (isProblem(when)) {
    sink.problem(when.problem, line);
    return;
  }
  if (when.isAssumed)
    sink.problem('The response holds no date; it is counted at the time of the import.', line);
  const model = asText(response.model) ?? asText(response.modelVersion);
  sink.event({
    ...counters,
    dedupeKey: `${id}:${nameOf(response)}`,
    sessionId: null,
    occurredAt: when.time,
    granularity: 'moment',
    path: null,
    provider: providerOf(response, model),
    model,
    eventType: response.object === 'list' ? 'embedding' : 'chat',
    llmMode: 'cloud',
    position,
    isOutputFinal: true,
    // A date that was assumed stays with the first import.
    precedence: when.isAssumed ? -when.time : 0,
  });
}

/** Lines of a batch's results hold the response further inside. */
function unwrap(record: JsonObject): JsonObject {
  const openAi = asObject(asObject(record.response)?.body);
  const anthropic = asObject(asObject(record.result)?.message);
  const gemini = asObject(record.response);
  return openAi ?? anthropic ?? (gemini?.usageMetadata === undefined ? record : gemini);
}

/** OpenAI gives seconds, Gemini an ISO time, Anthropic nothing. */
function timeOf(
  response: JsonObject,
  now: number,
): { time: number; isAssumed: boolean } | { problem: string } {
  const seconds = response.created ?? response.created_at;
  const iso =
    typeof seconds === 'number' && Math.abs(seconds) < 1e12
      ? new Date(Math.round(seconds * 1000)).toISOString()
      : (seconds ?? response.createTime);
  if (iso === undefined || iso === null) return { time: now, isAssumed: true };
  const when = readTime(iso, now);
  return isProblem(when) ? when : { time: when.time, isAssumed: false };
}

/** The response's own id; where it has none, a hash of what tells it from others, the answer included. */
function nameOf(response: JsonObject): string {
  const name = asText(response.id) ?? asText(response.responseId);
  if (name !== null) return name;
  const hash = new ChainHash();
  try {
    hash.addText(JSON.stringify(response));
  } catch {
    // Nested too deeply to be written again: its outermost fields must do.
    hash.addText(
      Object.entries(response)
        .map(([key, value]) => `${key}:${typeof value}`)
        .join(),
    );
  }
  return hash.digest;
}

/** Many servers speak these formats: only a vendor's own model names tell the vendor. */
function providerOf(response: JsonObject, model: string | null): string | null {
  if (model === null) return null;
  if (model.startsWith('claude-')) return 'anthropic';
  if (/^(models\/)?gemini-/.test(model) && 'usageMetadata' in response) return 'google';
  return /^(gpt-\d|o\d|chatgpt-|text-embedding-)/.test(model) ? 'openai' : null;
}

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
  'service_tier',
  'server_tool_use',
  'inference_geo',
  'speed',
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

function isResponse(keys: ReadonlyMap<string, string | null>): boolean {
  const object = keys.get('object') ?? '';
  if (['chat.completion', 'text_completion', 'response'].includes(object)) return true;
  if (object === 'list') return keys.has('data') && (keys.has('usage') || keys.has('model'));
  if (keys.has('usageMetadata')) return true;
  if (keys.has('candidates') && !keys.has('messages')) return true;
  if (keys.get('type') === 'message' && keys.get('role') === 'assistant')
    return keys.has('content') || keys.has('usage');
  if (keys.has('custom_id') && (keys.has('response') || keys.has('result'))) return true;
  if (keys.has('usage') && keys.has('choices')) return true;
  const isCount = (key: string): boolean => key.endsWith('_tokens') || key.endsWith('TokenCount');
  return (
    keys.size > 0 &&
    [...keys.keys()].every((key) => usageKeys.includes(key)) &&
    [...keys.keys()].some(isCount)
  );
}
