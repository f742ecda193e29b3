/**
 * @learnedFrom the providers’ API documentation
 * @identifiedBy response id, otherwise a hash of the response
 * @counts as each provider defines them
 * @unconfirmed Anthropic’s responses have no date, so the time of the import is used
 */
import type { Problem } from '../../model/problem';
import { totalTokensOf } from '../../model/tokens';
import { priceClass } from '../../model/service-tier';
import type { SourceUsageEvent } from '../../model/usage-event';
import { ResponseStream, type StreamedResponse } from './stream';
import { responsesIn } from './unwrap';
import { readApiUsage } from './usage';
import { anthropicPriceClass } from '../claude-code/usage';
import { BestRecords } from '../reading/better-record';
import { ChainHash } from '../../model/chain-hash';
import { asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import type { ReadFile } from '../source';
import { asUtf8 } from '../reading/text';
import { readTime } from '../reading/time';

const id = 'api-response';

/** A stream's early counts apply only until its end is read, possibly in a later import. */
const belowAnyDate = 1e15;

export const read: ReadFile = async (chunks, sink, context) => {
  const best = new BestRecords();
  const stream = new ResponseStream();
  let position = 0;
  const add = (response: JsonObject, line: number, isFinal = true, isBatch = false): void => {
    position += 1;
    const event = readResponse(response, position, context.now, (reason) => sink.problem(reason, line));
    if (event === null) return;
    const precedence = (event.precedence ?? 0) - (isFinal ? 0 : belowAnyDate);
    const serviceTier = isBatch ? 'batch' : priceClassOf(response);
    best.add({
      ...event,
      ...(serviceTier !== null && { serviceTier }),
      isOutputFinal: isFinal,
      precedence,
    });
  };
  const addStreamed = (streamed: StreamedResponse | null, line: number): void => {
    if (streamed !== null) add(streamed.response, line, streamed.isFinal);
  };
  let lastLine = 1;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  try {
    await readJsonRecords(text, sink, (record, line) => {
      lastLine = line;
      const streamed = stream.take(record, line);
      if (streamed !== undefined) addStreamed(streamed, line);
      else for (const response of responsesIn(record)) add(response, line, true, isOfBatch(record));
    });
  } finally {
    addStreamed(stream.end(), lastLine);
    for (const line of stream.unfinished()) sink.problem('stream-without-usage', line);
    for (const event of best) sink.event(event);
  }
};

/** All providers identify the result of a batch by the request's name. */
const isOfBatch = (record: JsonObject) =>
  'custom_id' in record || ('key' in record && asObject(record.response)?.usageMetadata !== undefined);

/** OpenAI reports the price class next to the usage, Anthropic and Gemini inside it. */
function priceClassOf(response: JsonObject): string | null {
  const usage = asObject(response.usageMetadata ?? response.usage) ?? response;
  return (
    priceClass(asText(response.service_tier)) ??
    priceClass(asText(usage.trafficType)) ??
    anthropicPriceClass(usage)
  );
}

/** Null if it contains no usage; the reason is reported to `problem`. */
function readResponse(
  response: JsonObject,
  position: number,
  now: number,
  problem: (reason: Problem) => void,
): SourceUsageEvent | null {
  const isBare = !('usage' in response) && !('usageMetadata' in response);
  const usage = asObject(isBare ? response : (response.usageMetadata ?? response.usage));
  const counters = usage === null ? null : readApiUsage(usage);
  if (counters === null) {
    problem('response-without-usage');
    return null;
  }
  if (isProblem(counters)) {
    problem(counters.problem);
    return null;
  }
  if (totalTokensOf(counters) === 0) return null;

  const when = timeOf(response, now);
  if (isProblem(when)) {
    problem(when.problem);
    return null;
  }
  if (when.isAssumed) problem('response-without-date');
  const model = asText(response.model) ?? asText(response.modelVersion);
  return {
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
    // An assumed date remains that of the first import.
    precedence: when.isAssumed ? -when.time : 0,
  };
}

/** OpenAI records seconds, Gemini an ISO time, Anthropic none. */
function timeOf(
  response: JsonObject,
  now: number,
): { time: number; isAssumed: boolean } | { problem: Problem } {
  const seconds = response.created ?? response.created_at;
  const iso =
    typeof seconds === 'number' && Math.abs(seconds) < 1e12
      ? new Date(Math.round(seconds * 1000)).toISOString()
      : (seconds ?? response.createTime);
  if (iso === undefined || iso === null) return { time: now, isAssumed: true };
  const when = readTime(iso, now);
  return isProblem(when) ? when : { time: when.time, isAssumed: false };
}

/** The response's own id, or else a hash of what distinguishes it from others, including the answer. */
function nameOf(response: JsonObject): string {
  const name = asText(response.id) ?? asText(response.responseId);
  if (name !== null) return name;
  const hash = new ChainHash();
  try {
    hash.addText(JSON.stringify(response));
  } catch {
    // Nested too deeply to be serialized, so use only its outermost fields.
    hash.addText(
      Object.entries(response)
        .map(([key, value]) => `${key}:${typeof value}`)
        .join(),
    );
  }
  return hash.digest;
}

/** Many servers use these formats, so only a vendor's own model names identify the vendor. */
function providerOf(response: JsonObject, model: string | null): string | null {
  if (model === null) return null;
  if (model.startsWith('claude-')) return 'anthropic';
  if (/^(models\/)?gemini-/.test(model) && 'usageMetadata' in response) return 'google';
  return /^(gpt-\d|o\d|chatgpt-|text-embedding-)/.test(model) ? 'openai' : null;
}
