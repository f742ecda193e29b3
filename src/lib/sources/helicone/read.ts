/**
 * @learnedFrom its source (the query, the processors of answers and the export tool), and an export with invented
 *   numbers
 * @identifiedBy request id; in the CSV of the export tool, which has none, the response id
 * @counts the prompt excludes the cache: Helicone subtracts it for every provider. The row’s total leaves the cache
 *   out
 * @unconfirmed rows from before Helicone stored cached tokens. The tool’s CSV and JSON of the same requests have no
 *   common key
 */
import { columns } from '../helicone';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { costOf, countsOf, fieldsOf, objectOf, textOf, type FieldReader } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

const id = 'helicone';

const counters = {
  prompt: ['prompttokens'],
  completion: ['completiontokens'],
  cacheRead: ['promptcachereadtokens'],
  cacheWrite: ['promptcachewritetokens'],
} as const;

/**
 * Helicone subtracts cached tokens before it stores the prompt, whichever way the provider counts. Its total is prompt
 * and completion, so it leaves the cache out.
 */
export const read = recordReader(columns, (record, position, now, sink) => {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  // The CSV of its export tool names only the response.
  const request = textOf(record, 'requestid');
  const response = textOf(record, 'responseid');
  if (request === null && response === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('requestcreatedat', 'createdat'), now);
  if (isProblem(when)) return when;
  const name = projectOf(record);
  const path = foreignPath(id, name);
  const event = callOf({
    inputTokens: counts.prompt,
    cacheReadTokens: counts.cacheRead,
    cacheWrite5mTokens: counts.cacheWrite,
    outputTokens: counts.completion,
    dedupeKey: request === null ? keyOf(id, 'response', response) : keyOf(id, request),
    occurredAt: when.time,
    path,
    provider: textOf(record, 'provider')?.toLowerCase() ?? null,
    model: textOf(record, 'model', 'responsemodel', 'requestmodel'),
    position,
    recordedCostNanoUsd: costOf(record, 'cost', 'costusd'),
  });
  if (event !== null && path !== null && name !== null) sink.projectName?.(path, name);
  return event;
});

/** Helicone has no projects, but users send one as a property. */
function projectOf(record: FieldReader): string | null {
  const properties = fieldsOf(objectOf(record, 'requestproperties', 'properties') ?? {});
  const own = textOf(record, 'propertyproject', 'propertyapp', 'propertyappname');
  return own ?? textOf(properties, 'project', 'app', 'appname') ?? textOf(record, 'apikeyname', 'authname');
}
