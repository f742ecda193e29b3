import { asTokentabError, errorDetails, errorText } from './errors';
import { toasts } from './toasts.svelte';

/** Tells the user that something failed: what, why, and the details to copy. */
export function reportFailure(what: string, error: unknown): void {
  toasts.show({
    kind: 'failed',
    text: `${what} ${errorText(asTokentabError(error))}`,
    details: errorDetails(error),
  });
}
