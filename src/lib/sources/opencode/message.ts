import { noTokens, totalTokensOf, type TokenCounters } from '../../model/tokens';
import type { SourceSession, SourceUsageEvent } from '../../model/usage-event';
import { nanoUsdOf } from '../reading/agent-call';
import {
  asObject,
  asText,
  isProblem,
  readCounters,
  type FieldProblem,
  type JsonObject,
} from '../reading/json-fields';
import { llmModeOf } from '../reading/local-providers';
import { readTime } from '../reading/time';

/** Data about a message outside its own JSON: from columns of its table, or from the file. */
export interface MessagePlace {
  sessionId: string | null;
  folder: string | null;
  position: number;
  /**
   * `first`: a message of OpenCode's first version. `second`: of its second version, in which the row says whose
   * message it is, and reasoning is never part of the output. `copy`: of the first version, in the form of the second.
   */
  form: 'first' | 'second' | 'copy';
}

/** In milliseconds: a response that isn't complete after this time never will be. */
const stillWriting = 60 * 60 * 1000;

/**
 * Turns an assistant's message into an event; null if it contains no usage. Forks copy messages under new ids, so the
 * key is what copies share: the millisecond, the model and the counts.
 */
export function readMessage(
  data: JsonObject,
  place: MessagePlace,
  now: number,
): SourceUsageEvent | FieldProblem | null {
  if (place.form === 'first' && data.role !== 'assistant') return null;
  if (data.tokens === undefined || data.tokens === null) return null;
  const ofModel = asObject(data.model);
  const provider = asText(data.providerID) ?? asText(ofModel?.providerID);
  const tokens = readTokens(data.tokens, provider, place.form === 'second');
  if (isProblem(tokens)) return tokens;
  const { counters, output } = tokens;
  if (totalTokensOf(counters) === 0) return null;
  const time = asObject(data.time);
  const when = readMilliseconds(time?.created, now);
  if (isProblem(when)) return when;
  // The counts are still growing and would change the key, so the next import reads it.
  if (time?.completed === undefined && data.error === undefined && now - when.time < stillWriting)
    return null;

  const cost = nanoUsdOf(data.cost);
  const model = asText(data.modelID) ?? asText(ofModel?.id);
  const counts = [
    counters.inputTokens,
    counters.cacheReadTokens,
    counters.cacheWrite5mTokens,
    output,
    counters.reasoningTokens,
  ];
  return {
    ...counters,
    dedupeKey: `opencode:${when.time}:${provider ?? ''}/${model ?? ''}:${counts.join('-')}`,
    sessionId: place.sessionId ?? asText(data.sessionID),
    occurredAt: when.time,
    granularity: 'moment',
    path: asText(asObject(data.path)?.cwd) ?? place.folder,
    provider,
    model,
    eventType: 'chat',
    llmMode: llmModeOf(provider),
    position: place.position,
    isOutputFinal: true,
    ...(cost !== null && { recordedCostNanoUsd: cost }),
  };
}

/**
 * Reads a session from its row or file; null if it isn't one. Sessions of subagents name the same folder as their
 * parent's.
 */
export function readSession(
  id: unknown,
  directory: unknown,
  created: unknown,
  now: number,
): SourceSession | null {
  const sessionId = asText(id);
  const beganIn = asText(directory);
  const when = readMilliseconds(created, now);
  return sessionId === null || beganIn === null || isProblem(when)
    ? null
    : { sessionId, beganAt: when.time, beganIn };
}

/**
 * Input excludes cache counts. Output used to include reasoning; newer versions count it separately, which the
 * record's own total shows. Records from before there was a total are read as other trackers do, separately; only
 * OpenAI's counts are known to include it. `output` is the number as written.
 */
function readTokens(
  value: unknown,
  provider: string | null,
  isApart: boolean,
): { counters: TokenCounters; output: number } | FieldProblem {
  const tokens = asObject(value);
  if (tokens === null) return { problem: { code: 'not-an-object', field: 'tokens' } };
  const counts = readCounters(tokens, ['input', 'output', 'reasoning', 'total']);
  if (isProblem(counts)) return counts;
  const cache = readCounters(asObject(tokens.cache) ?? {}, ['read', 'write']);
  if (isProblem(cache)) return cache;
  const { input, output, reasoning, total } = counts;
  const withoutReasoning = input + output + cache.read + cache.write;
  const isInside =
    !isApart && reasoning <= output && (total === 0 ? provider === 'openai' : total === withoutReasoning);
  const counters = {
    ...noTokens,
    inputTokens: input,
    cacheReadTokens: cache.read,
    cacheWrite5mTokens: cache.write,
    outputTokens: isInside ? output : output + reasoning,
    reasoningTokens: reasoning,
  };
  return { counters, output };
}

function readMilliseconds(value: unknown, now: number): { time: number } | FieldProblem {
  const isTime = typeof value === 'number' && Math.abs(value) <= 8.64e15;
  return readTime(isTime ? new Date(value).toISOString() : value, now);
}
