/**
 * @learnedFrom an export with real headers
 * @identifiedBy bucket and all identifying columns
 * @counts context tokens include cached ones
 */
import { columns } from '../openai-activity';
import { bucketIdentity } from '../reading/bucket-key';
import { cacheOverInput, callOf, keyOf, splitInput } from '../reading/call';
import type { TableRecord } from '../reading/csv';
import { countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { openaiPath } from '../openai-usage/read';
import { tableReader, type ReadRecord } from '../reading/table-source';
import { isUtcMidnight, readEpoch, readTableTime } from '../reading/table-time';

const id = 'openai-activity';

const notIdentity = new Set([
  ...['timestamp', 'organizationname', 'projectname', 'user', 'apikeyname', 'apikeyredacted', 'apikeytype'],
]);

const counters = {
  input: ['ncontexttokenstotal'],
  cacheRead: ['ncachedcontexttokenstotal'],
  output: ['ngeneratedtokenstotal'],
} as const;

export const read = tableReader(columns, (sink, { now }) => (record) => {
  const event = readBucket(record, now);
  const name = textOf(record, 'projectname');
  if (event !== null && !isProblem(event) && event.path !== null && name !== null) {
    sink.projectName?.(event.path, name);
  }
  return event;
});

function readBucket(record: TableRecord, now: number): ReadRecord {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  if (counts.input + counts.output + counts.cacheRead === 0) return null;
  const printed = record.value('timestamp') ?? '';
  const when = /^[\d.]+$/.test(printed) ? readEpoch(printed, now) : readTableTime(printed, now);
  if (isProblem(when)) return when;
  const prompt = splitInput(counts.input, counts.cacheRead, 0);
  if (prompt === null) return { problem: cacheOverInput };

  return callOf({
    ...prompt,
    outputTokens: counts.output,
    dedupeKey: keyOf(id, when.time, bucketIdentity(record, notIdentityOf(record))),
    occurredAt: when.time,
    granularity: isUtcMidnight(when.time) ? 'day' : 'moment',
    path: openaiPath(
      textOf(record, 'projectid') ?? textOf(record, 'projectname') ?? textOf(record, 'apikeyname'),
    ),
    provider: 'openai',
    model: textOf(record, 'model', 'snapshotid'),
    eventType: textOf(record, 'operation')?.startsWith('embedding') === true ? 'embedding' : 'chat',
    position: record.number,
  });
}

/** Names are part of the identity only if the export has no ids. */
function notIdentityOf(record: TableRecord): ReadonlySet<string> {
  const except = new Set(notIdentity);
  if (textOf(record, 'projectid') === null) except.delete('projectname');
  if (textOf(record, 'apikeyid') === null) except.delete('apikeyname');
  if (textOf(record, 'userid') === null) except.delete('user');
  return except;
}
