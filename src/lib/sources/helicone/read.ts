import { columns } from '../helicone';
import { callOf, foreignPath, keyOf, settledInput, unsettled } from '../reading/call';
import { costOf, countOf, countsOf, fieldsOf, objectOf, textOf, type FieldReader } from '../reading/fields';
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

export const read = recordReader(columns, (record, position, now, sink) => {
  const counts = countsOf(record, counters);
  if (isProblem(counts)) return counts;
  const total = countOf(record, 'totaltokens');
  if (total !== null && typeof total === 'object') return total;
  const inputTokens = settledInput({ ...counts, total });
  if (inputTokens === null) return { problem: unsettled };
  const request = textOf(record, 'requestid');
  if (request === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('requestcreatedat', 'createdat'), now);
  if (isProblem(when)) return when;
  const name = projectOf(record);
  const path = foreignPath(id, name);
  const event = callOf({
    inputTokens,
    cacheReadTokens: counts.cacheRead,
    cacheWrite5mTokens: counts.cacheWrite,
    outputTokens: counts.completion,
    dedupeKey: keyOf(id, request),
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
