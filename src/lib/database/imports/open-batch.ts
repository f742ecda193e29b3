import { unpackRecords, type SourceRecords } from '../../model/source-records';
import type { UsageEventBatch } from '../../protocol/commands';
import { recordTexts } from './arguments';
import { badInput, checkArgument } from '../sql/check-argument';
import { readEvents, type KeyedEvent } from './source-events';

export type OpenedBatch = Omit<UsageEventBatch, 'records'> &
  Omit<SourceRecords, 'events'> & { events: KeyedEvent[] };

/**
 * Unpacks and validates the records of a batch.
 * @throws `BadInput` for anything that no source may send; then nothing of the batch is stored
 */
export function openBatch({ records, ...batch }: UsageEventBatch): OpenedBatch {
  const opened: OpenedBatch = {
    ...batch,
    events: [],
    sessions: [],
    lineage: [],
    projectNames: [],
    planLimits: [],
  };
  for (const bytes of records) {
    const { columns, texts } = unpack(bytes);
    const { sessions, lineage, projectNames, planLimits, ...shared } = checkArgument(recordTexts, texts);
    // Push one by one: spreading many thousands of arguments overflows the stack.
    for (const session of sessions) opened.sessions.push(session);
    for (const link of lineage) opened.lineage.push(link);
    for (const name of projectNames) opened.projectNames.push(name);
    for (const limits of planLimits) opened.planLimits.push(limits);
    for (const event of readEvents(columns, shared)) opened.events.push(event);
  }
  return opened;
}

function unpack(bytes: Uint8Array): ReturnType<typeof unpackRecords> {
  try {
    return unpackRecords(bytes);
  } catch (cause) {
    throw badInput({ code: 'records-unreadable', detail: String(cause) });
  }
}
