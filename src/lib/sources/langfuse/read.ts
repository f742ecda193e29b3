/**
 * @learnedFrom its documentation
 * @identifiedBy observation id
 * @counts the keys of usage_details, which are free; only generations count
 */
import { columns } from '../langfuse';
import { callOf, foreignPath, keyOf } from '../reading/call';
import { costOf, textOf } from '../reading/fields';
import { isProblem } from '../reading/json-fields';
import { readLangfuseUsage } from './usage';
import { recordReader } from '../reading/record-source';
import { readTableTime } from '../reading/table-time';

const id = 'langfuse';

export const read = recordReader(columns, (record, position, now, sink) => {
  const type = textOf(record, 'type')?.toUpperCase();
  // Observations around calls (agents, chains, tools) may repeat the usage of those inside.
  if (type !== 'GENERATION' && type !== 'EMBEDDING') return null;
  const counters = readLangfuseUsage(record);
  if (counters === null || isProblem(counters)) return counters;
  const observation = textOf(record, 'id');
  if (observation === null) return { problem: 'no-id' };
  const when = readTableTime(record.value('starttime'), now);
  if (isProblem(when)) return when;
  const project = textOf(record, 'projectid');
  const name = textOf(record, 'projectname');
  const path = foreignPath(id, project ?? name);
  const event = callOf({
    ...counters,
    dedupeKey: keyOf(id, observation),
    sessionId: textOf(record, 'sessionid'),
    occurredAt: when.time,
    path,
    eventType: type === 'EMBEDDING' ? 'embedding' : 'chat',
    model: textOf(record, 'providedmodelname', 'model', 'modelname', 'internalmodelname'),
    position,
    recordedCostNanoUsd: costOf(record, 'totalcost', 'calculatedtotalcost', 'totalprice'),
  });
  if (event !== null && path !== null && name !== null) sink.projectName?.(path, name);
  return event;
});
