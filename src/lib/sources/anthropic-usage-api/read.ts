/**
 * @learnedFrom its documentation
 * @identifiedBy bucket and the groups that were asked for; a later answer replaces the bucket
 * @counts five disjoint counts
 * @unconfirmed answers about the same days in other groups, and the CSV export, contain the same tokens and have
 *   other keys
 */
import { inLongContext, priceClass } from '../../model/service-tier';
import { reportCall } from '../reading/agent-call';
import { foreignPath, keyOf } from '../reading/call';
import { asArray, asObject, asText, isProblem, readCounters, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { readTableTime } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile, SourceSink } from '../source';

const id = 'anthropic-usage-api';
const dayMs = 24 * 60 * 60 * 1000;
/** A result has the value of each group that was asked for, and null for the others. */
const groups = [
  ...(['workspace_id', 'api_key_id', 'account_id', 'service_account_id', 'model'] as const),
  ...(['service_tier', 'context_window', 'inference_geo', 'speed'] as const),
];

/** All counts are disjoint. A bucket that wasn't over is larger in a later answer. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  let position = 0;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    const buckets = record.starting_at === undefined ? asArray(record.data) : [record];
    for (const bucket of buckets.map(asObject)) {
      for (const result of asArray(bucket?.results).map(asObject)) {
        position += 1;
        if (bucket !== null && result !== null) readResult(bucket, result, { position, line, now }, sink);
      }
    }
  });
};

function readResult(
  bucket: JsonObject,
  result: JsonObject,
  { position, line, now }: { position: number; line: number; now: number },
  sink: SourceSink,
): void {
  const counts = readCounters({ ...asObject(result.cache_creation), ...result }, [
    'uncached_input_tokens',
    'cache_read_input_tokens',
    'ephemeral_5m_input_tokens',
    'ephemeral_1h_input_tokens',
    'output_tokens',
  ]);
  const when = readTableTime(bucket.starting_at, now);
  // The end of a current bucket is in the future.
  const end = readTableTime(bucket.ending_at, now + dayMs);
  if (isProblem(counts)) sink.problem(counts.problem, line);
  else if (isProblem(when)) sink.problem(when.problem, line);
  else {
    const tier = priceClass(asText(result.service_tier));
    const isLong = asText(result.context_window)?.startsWith('200k') === true;
    reportCall(sink, {
      inputTokens: counts.uncached_input_tokens,
      cacheReadTokens: counts.cache_read_input_tokens,
      cacheWrite5mTokens: counts.ephemeral_5m_input_tokens,
      cacheWrite1hTokens: counts.ephemeral_1h_input_tokens,
      outputTokens: counts.output_tokens,
      dedupeKey: keyOf(
        ...([id, when.time, isProblem(end) ? null : end.time] as const),
        ...groups.map((group) => asText(result[group])),
      ),
      occurredAt: when.time,
      granularity: !isProblem(end) && end.time - when.time === dayMs ? 'day' : 'moment',
      path: foreignPath('anthropic', asText(result.workspace_id) ?? asText(result.api_key_id)),
      provider: 'anthropic',
      model: asText(result.model),
      serviceTier: isLong ? inLongContext(tier) : tier,
      position,
    });
  }
}
