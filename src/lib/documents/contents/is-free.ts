import type { QueuedDocument } from '../../model/extraction';

/** Whether a batch can take a document: it has failed, or is waiting and in no batch. */
export function isFree({ status, batchId, contentDeletedAt }: QueuedDocument): boolean {
  return contentDeletedAt === null && (status === 'failed' || (status === 'waiting' && batchId === null));
}
