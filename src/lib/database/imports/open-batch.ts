import { appendRecords, emptyRecords, unpackRecords, type SourceRecords } from '../../model/source-records';
import type { UsageEventBatch } from '../../protocol/commands';
import { sourceRecords } from '../arguments';
import { badInput, checkArgument } from '../sql/check-argument';
import { checkSourceEvents } from './source-events';

export type OpenedBatch = Omit<UsageEventBatch, 'records'> & SourceRecords;

/**
 * Unpacks and validates the records of a batch.
 * @throws `BadInput` for anything that no source may send; then nothing of the batch is stored
 */
export function openBatch({ records, ...batch }: UsageEventBatch): OpenedBatch {
  const opened = emptyRecords();
  for (const bytes of records) appendRecords(opened, checkArgument(sourceRecords, unpack(bytes)));
  checkSourceEvents(opened.events);
  return { ...batch, ...opened };
}

function unpack(bytes: Uint8Array): unknown {
  try {
    return unpackRecords(bytes);
  } catch (cause) {
    throw badInput(`The records of a batch cannot be read: ${String(cause)}`);
  }
}
