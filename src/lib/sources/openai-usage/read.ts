/**
 * @learnedFrom a real export
 * @identifiedBy bucket and all identifying columns; a later export replaces the bucket
 * @counts input includes cached input
 */
import type { Problem } from '../../model/problem';
import { columns } from '../openai-usage';
import { priceClass } from '../../model/service-tier';
import { bucketIdentity } from '../reading/bucket-key';
import { callOf, cacheOverInput, foreignPath, keyOf, reasoningOverOutput, splitInput } from '../reading/call';
import type { TableRecord } from '../reading/csv';
import { countOf, countsOf, textOf } from '../reading/fields';
import { isProblem, type FieldProblem } from '../reading/json-fields';
import { tableReader, type ReadRecord } from '../reading/table-source';
import { isUtcMidnight, readEpoch, readTableTime, type TableTime } from '../reading/table-time';

const id = 'openai-usage';
const day = 24 * 60 * 60 * 1000;

/** The key already contains the bucket's time as a number, and names may change while ids don't. */
const notIdentity = new Set([
  ...['starttime', 'endtime', 'starttimeiso', 'endtimeiso', 'projectname', 'organizationname'],
  ...['useremail', 'username', 'apikeyname', 'apikeyredacted'],
]);

const counters = {
  input: ['inputtokens'],
  cacheRead: ['inputcachedtokens'],
  cacheWrite: ['inputcachewritetokens'],
  output: ['outputtokens'],
  reasoning: ['outputreasoningtokens', 'reasoningtokens'],
} as const;

export const read = tableReader(
  columns,
  (sink, { now }) =>
    (record) =>
      readBucket(record, now, (reason) => sink.problem(reason, record.line)),
);

function readBucket(record: TableRecord, now: number, note: (reason: Problem) => void): ReadRecord {
  // The row's own cost isn't read; this export has none.
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  if (counts.input + counts.output + counts.cacheRead + counts.cacheWrite === 0) return null;
  const bucket = bucketOf(record, now);
  if (isProblem(bucket)) return bucket;
  const prompt = splitInput(counts.input, counts.cacheRead, counts.cacheWrite);
  if (prompt === null) return { problem: cacheOverInput };
  if (counts.reasoning > counts.output) return { problem: reasoningOverOutput };
  const uncached = countOf(record, 'inputuncachedtokens');
  if (typeof uncached === 'number' && uncached !== prompt.inputTokens) {
    note('uncached-input-differs');
  }

  return callOf({
    ...prompt,
    outputTokens: counts.output,
    reasoningTokens: counts.reasoning,
    dedupeKey: keyOf(id, bucket.start, bucket.end, bucketIdentity(record, notIdentity)),
    occurredAt: bucket.start,
    granularity: bucket.isDay ? 'day' : 'moment',
    path: openaiPath(
      textOf(record, 'projectid') ??
        textOf(record, 'projectname') ??
        textOf(record, 'apikeyname', 'apikeyid'),
    ),
    provider: 'openai',
    model: textOf(record, 'model'),
    serviceTier: isBatch(record) ? 'batch' : priceClass(textOf(record, 'servicetier')),
    position: record.number,
  });
}

const isBatch = (record: TableRecord) => ['true', '1'].includes(textOf(record, 'batch')?.toLowerCase() ?? '');

/** OpenAI's ids are globally unique; names aren't. */
export function openaiPath(name: string | null): string | null {
  return name !== null && /^(proj|key)_\w+$/.test(name) ? name : foreignPath('openai', name);
}

interface Bucket {
  start: number;
  end: number | null;
  isDay: boolean;
}

function bucketOf(record: TableRecord, now: number): Bucket | FieldProblem {
  const start = timeOf(record, now, 'starttime', 'starttimeiso');
  if (isProblem(start)) return start;
  if (textOf(record, 'endtime', 'endtimeiso') === null) {
    return { start: start.time, end: null, isDay: isUtcMidnight(start.time) };
  }
  // The end of a current bucket is in the future.
  const end = timeOf(record, now + day, 'endtime', 'endtimeiso');
  if (isProblem(end)) return end;
  const length = end.time - start.time;
  if (length <= 0) return { problem: 'bucket-ends-early' };
  if (length > day) return { problem: 'bucket-over-a-day' };
  if (length === day && !isUtcMidnight(start.time)) return { problem: 'bucket-not-a-utc-day' };
  return { start: start.time, end: end.time, isDay: length === day };
}

function timeOf(record: TableRecord, now: number, epoch: string, iso: string): TableTime | FieldProblem {
  const seconds = record.value(epoch);
  // In this column, older exports print a time where newer ones print seconds.
  if (seconds === undefined) return readTableTime(record.value(iso), now);
  return /^[\d.]+$/.test(seconds) ? readEpoch(seconds, now) : readTableTime(seconds, now);
}
