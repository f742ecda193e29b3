/**
 * @learnedFrom its documentation
 * @identifiedBy bucket, kind and the groups that were asked for; a later answer replaces the bucket
 * @counts input includes cached input; audio tokens have counts of their own, which aren’t added
 * @unconfirmed answers about the same days in other groups, and the CSV export, contain the same tokens and have
 *   other keys
 */
import { openaiPath } from '../openai-usage/read';
import { priceClass } from '../../model/service-tier';
import { keyOf } from '../reading/call';
import { asArray, asName, asObject, asText, isProblem, type JsonObject } from '../reading/json-fields';
import { readJsonRecords } from '../reading/json-records';
import { reportUsage } from '../reading/report-usage';
import { isUtcMidnight, readEpoch } from '../reading/table-time';
import { asUtf8 } from '../reading/text';
import type { ReadFile } from '../source';

const id = 'openai-usage-api';
const daySeconds = 24 * 60 * 60;
const usage = 'organization.usage.';
const costs = 'organization.costs.result';
/** A result has the value of each group that was asked for, and null for the others. */
const groups = ['project_id', 'user_id', 'api_key_id', 'model', 'batch', 'service_tier'] as const;

/** Input includes cached tokens. A bucket that wasn't over is larger in a later answer. */
export const read: ReadFile = async (chunks, sink, { now }) => {
  let position = 0;
  // Set in a callback, which control flow analysis doesn't see.
  let isWithoutTokens = false as boolean;
  const text = asUtf8(chunks, (reason, line) => sink.problem(reason, line));
  await readJsonRecords(text, sink, (record, line) => {
    for (const bucket of bucketsOf(record)) {
      for (const result of asArray(bucket.results).map(asObject)) {
        position += 1;
        const kind = asText(result?.object);
        isWithoutTokens ||= kind === costs;
        if (result === null || kind?.startsWith(usage) !== true) continue;
        const isDay = Number(bucket.end_time) - Number(bucket.start_time) === daySeconds;
        const when = readEpoch(bucket.start_time, now);
        const tier = result.batch === true ? 'batch' : priceClass(asText(result.service_tier));
        reportUsage(
          sink,
          { position, line },
          {
            counts: {
              input: result.input_tokens,
              output: result.output_tokens,
              cacheRead: result.input_cached_tokens,
              cacheWrite: result.input_cache_write_tokens,
            },
            holdsCache: true,
            when,
            granularity: isDay && !isProblem(when) && isUtcMidnight(when.time) ? 'day' : 'moment',
            dedupeKey: keyOf(
              ...([id, asName(bucket.start_time), asName(bucket.end_time), kind] as const),
              ...groups.map((group) => asName(result[group]) ?? (result[group] === true ? 'true' : null)),
            ),
            path: openaiPath(asText(result.project_id) ?? asText(result.api_key_id)),
            provider: 'openai',
            model: asText(result.model),
            eventType: kind.startsWith(`${usage}embeddings`) ? 'embedding' : 'chat',
            serviceTier: tier,
          },
        );
      }
    }
  });
  if (isWithoutTokens) sink.problem('cost-export-without-tokens');
};

/** A file contains pages, or buckets as such. */
function bucketsOf(record: JsonObject): JsonObject[] {
  const list = record.object === 'bucket' ? [record] : asArray(record.data);
  return list.map(asObject).filter((bucket) => bucket !== null);
}
