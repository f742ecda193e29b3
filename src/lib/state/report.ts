import { asTokentabError, errorDetails } from './errors';
import { toasts } from './toasts.svelte';

/** Tells the user that something failed: what, why, and the details to copy. */
export function reportFailure(what: string, error: unknown): void {
  toasts.show({
    kind: 'failed',
    text: `${what} ${asTokentabError(error).message}`,
    details: errorDetails(error),
  });
}
