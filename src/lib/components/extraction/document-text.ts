import { failures, type Failure, type QueuedDocument } from '../../model/extraction';
import { later } from '../../texts/later';

export function stateText({ status, batchId, acceptedAt }: QueuedDocument): string {
  if (status === 'extracted' && acceptedAt !== null) return later.extraction.documentStates.accepted;
  if (status === 'waiting' && batchId !== null) return later.extraction.documentStates.queued;
  return later.extraction.documentStates[status];
}

/** A newer version may have stored a code that this one doesn't know. */
export const failureText = (failure: string): string =>
  isFailure(failure) ? later.extraction.failures[failure] : failure;

const isFailure = (failure: string): failure is Failure => (failures as readonly string[]).includes(failure);
