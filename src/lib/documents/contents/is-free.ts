import type { QueuedDocument } from '../../model/extraction';

/** Whether a batch can take a document: it waits for one, or it has failed. */
export function isFree({ status, batchId, contentDeletedAt }: QueuedDocument): boolean {
  return contentDeletedAt === null && (status === 'failed' || (status === 'waiting' && batchId === null));
}
