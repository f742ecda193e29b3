import { asTokentabError, errorDetails, errorText } from './errors';
import { loadSentences } from './sentences.svelte';
import { toasts } from './toasts.svelte';

/** Shows a toast with what failed, why, and details to copy. */
export function reportFailure(what: string, error: unknown): void {
  void loadSentences().then(() =>
    toasts.show({
      kind: 'failed',
      text: `${what} ${errorText(asTokentabError(error))}`,
      details: errorDetails(error),
    }),
  );
}
