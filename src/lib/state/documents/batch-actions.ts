import { chosenDatabase } from '../../client/current';
import { deleteContents, sweepContents } from '../../documents/contents/keep-contents';
import type { NewBatch } from '../../model/extraction';
import { later } from '../../texts/later';
import { call } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';

/** Runs a change of batches or documents, and reports a failure. */
async function attempt(work: () => Promise<unknown>, failure = later.extraction.actionFailed): Promise<void> {
  try {
    await work();
  } catch (error) {
    reportFailure(failure, error);
  }
}

export const startBatch = (batch: NewBatch, documentIds: readonly string[]) =>
  attempt(() => call('startBatch', batch, documentIds, Date.now()), later.extraction.startFailed);

export const pauseBatch = (id: string) => attempt(() => call('pauseBatch', id, Date.now()));

export const cancelBatch = (id: string) =>
  attempt(async () => {
    await call('cancelBatch', id, Date.now());
    toasts.show({ kind: 'done', text: later.extraction.cancelled });
  });

/** @param isUnlimited drops its limits, and no budget holds it any more */
export const resumeBatch = (id: string, isUnlimited = false) =>
  attempt(() => {
    const limits = { limitTokens: null, limitNanoUsd: null, heedsBudgets: false };
    return call('resumeBatch', id, isUnlimited ? limits : null, Date.now());
  });

export const retryDocuments = (ids: readonly string[]) =>
  attempt(() => call('retryDocuments', ids, Date.now()));

/** Takes documents off the list, with their text and results; what their calls used stays. */
export const removeDocuments = (ids: readonly string[]) =>
  attempt(async () => {
    await call('removeDocuments', ids, Date.now());
    await sweepContents(call, chosenDatabase());
  });

/** Deletes text and results at once: there is no undo, because they must be gone. */
export const deleteDocumentContents = (ids: readonly string[]) =>
  attempt(async () => {
    const deleted = await deleteContents(call, chosenDatabase(), ids);
    toasts.show({ kind: 'done', text: later.extraction.deleted(deleted) });
  });

export const acceptResult = (id: string, isAccepted: boolean) =>
  attempt(() => call('acceptResult', id, isAccepted ? Date.now() : null));
