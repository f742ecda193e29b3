/**
 * @learnedFrom its documentation
 * @identifiedBy log id
 * @counts answers from the gateway’s cache count nothing
 */
import { columns } from '../cloudflare-gateway';
import { nanoUsdOf } from '../reading/agent-call';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { countsOf, fieldsOf, objectOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

/** Answers from the gateway's own cache used no tokens. */
export const read = recordReader(columns, (record, position, now) => {
  if (/^(?:true|1)$/i.test(String(record.value('cached')))) return null;
  const counts = countsOf(record, { input: ['tokensin'], output: ['tokensout'] });
  if (isProblem(counts)) return counts;
  const id = textOf(record, 'id');
  if (id === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('createdat'), now);
  if (isProblem(when)) return when;
  const metadata = fieldsOf(objectOf(record, 'metadata') ?? {});
  const cost = record.value('cost');
  return callOf({
    inputTokens: counts.input,
    outputTokens: counts.output,
    dedupeKey: keyOf('cloudflare-gateway', id),
    occurredAt: when.time,
    path: foreignPath('cloudflare', textOf(metadata, 'project', 'app', 'team', 'user')),
    provider: textOf(record, 'provider'),
    model: textOf(record, 'model'),
    position,
    recordedCostNanoUsd: nanoUsdOf(cost === undefined ? undefined : Number(cost)),
  });
});
