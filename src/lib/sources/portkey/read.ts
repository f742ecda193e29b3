/**
 * @learnedFrom descriptions of the export
 * @identifiedBy log id
 * @counts prompt and completion; cost in cents
 * @unconfirmed no real export was available
 */
import { columns } from '../portkey';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { countsOf, fieldsOf, objectOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

/** Cached tokens aren't separated. Whether the cost is in dollars or cents isn't always stated, so it is ignored. */
export const read = recordReader(columns, (record, position, now) => {
  const counts = countsOf(record, {
    input: ['requnits', 'requesttokens', 'prompttokens'],
    output: ['resunits', 'responsetokens', 'completiontokens'],
  });
  if (isProblem(counts)) return counts;
  const id = textOf(record, 'id', 'traceid');
  if (id === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('createdat'), now);
  if (isProblem(when)) return when;
  const metadata = fieldsOf(objectOf(record, 'metadata') ?? {});
  return callOf({
    inputTokens: counts.input,
    outputTokens: counts.output,
    dedupeKey: keyOf('portkey', id),
    occurredAt: when.time,
    path: foreignPath('portkey', textOf(metadata, 'project', 'app', 'environment', 'user')),
    provider: textOf(record, 'aiorg', 'aiprovider'),
    model: textOf(record, 'aimodel'),
    position,
  });
});
