import { failures, type Failure, type QueuedDocument } from '../../model/extraction';
import { t } from '../../texts/texts';

export function stateText({ status, batchId, acceptedAt }: QueuedDocument): string {
  if (status === 'extracted' && acceptedAt !== null) return t.extraction.documentStates.accepted;
  if (status === 'waiting' && batchId !== null) return t.extraction.documentStates.queued;
  return t.extraction.documentStates[status];
}

/** A newer version may have stored a code that this one doesn't know. */
export const failureText = (failure: string): string =>
  isFailure(failure) ? t.extraction.failures[failure] : failure;

const isFailure = (failure: string): failure is Failure => (failures as readonly string[]).includes(failure);
