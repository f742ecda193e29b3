/**
 * @learnedFrom its documentation, with an example
 * @identifiedBy day, user, provider and model; a later export replaces the day
 * @counts five disjoint counts; the recorded cost is OpenCode’s bill
 * @unconfirmed that input excludes cache writes: the example shows only that it excludes cache reads
 */
import { columns } from '../opencode-console';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { costOf, countsOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { tableReader } from '../reading/table-source';
import { readTableTime } from '../reading/table-time';

const id = 'opencode-console';

/** All counts are disjoint. Days are UTC; the row of the current one grows. */
export const read = tableReader(columns, (sink, { now }) => (record) => {
  const counts = countsOf(record, {
    inputTokens: ['inputtokens'],
    cacheReadTokens: ['cachereadtokens'],
    cacheWrite5mTokens: ['cachewrite5mtokens'],
    cacheWrite1hTokens: ['cachewrite1htokens'],
    outputTokens: ['outputtokens'],
  });
  if (isProblem(counts)) return counts;
  const when = readTableTime(record.value('day'), now);
  if (isProblem(when)) return when;
  const user = textOf(record, 'userid');
  const name = textOf(record, 'username');
  const path = foreignPath('opencode', user);
  const provider = textOf(record, 'provider');
  const model = textOf(record, 'model');
  const event = callOf({
    ...counts,
    dedupeKey: keyOf(id, new Date(when.time).toISOString().slice(0, 10), user, provider, model),
    occurredAt: when.time,
    granularity: 'day',
    path,
    provider,
    model,
    position: record.number,
    recordedCostNanoUsd: costOf(record, 'costusd'),
  });
  if (event !== null && path !== null && name !== null) sink.projectName?.(path, name);
  return event;
});
