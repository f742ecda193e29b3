/**
 * @learnedFrom an export with real headers
 * @identifiedBy day or hour and all identifying columns but the status of the API key; a later export replaces the bucket
 * @counts five disjoint columns
 */
import { columns } from '../anthropic-usage';
import { inLongContext, priceClass } from '../../model/service-tier';
import { bucketIdentity } from '../reading/bucket-key';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { tableReader } from '../reading/table-source';
import { readTableTime } from '../reading/table-time';

const id = 'anthropic-usage';
/** The status of a key may change after the call: `active`, `archived`. */
const notIdentity = new Set(['usagedateutc', 'apikeystatus']);

/**
 * The export's five columns are already the five counters. Before caches had two lifetimes, there was one column for
 * writes.
 */
const counters = {
  inputTokens: ['usageinputtokensnocache'],
  cacheReadTokens: ['usageinputtokenscacheread'],
  cacheWrite5mTokens: ['usageinputtokenscachewrite5m', 'usageinputtokenscachewrite'],
  cacheWrite1hTokens: ['usageinputtokenscachewrite1h'],
  outputTokens: ['usageoutputtokens'],
} as const;

export const read = tableReader(columns, (sink, { now }) => (record) => {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  const when = readTableTime(record.value('usagedateutc'), now);
  if (isProblem(when)) return when;
  const name = textOf(record, 'workspace') ?? textOf(record, 'apikey');
  const path = foreignPath('anthropic', name);
  const event = callOf({
    ...counts,
    dedupeKey: keyOf(id, when.isDay ? 'day' : 'hour', when.time, bucketIdentity(record, notIdentity)),
    occurredAt: when.time,
    granularity: when.isDay ? 'day' : 'moment',
    path,
    provider: 'anthropic',
    model: textOf(record, 'modelversion', 'model'),
    serviceTier: tierOf(textOf(record, 'usagetype'), textOf(record, 'contextwindow')),
    position: record.number,
  });
  if (event !== null && path !== null && name !== null) sink.projectName?.(path, name);
  return event;
});

/**
 * Each row is for short or for long requests; the export writes `≤ 200k` and `> 200k`, Anthropic's Admin API `0-200k` and
 * `200k-1M`.
 */
function tierOf(usageType: string | null, contextWindow: string | null): string | null {
  const tier = priceClass(usageType);
  return /^(?:>|200k\s*[-–])/i.test(contextWindow ?? '') ? inLongContext(tier) : tier;
}
