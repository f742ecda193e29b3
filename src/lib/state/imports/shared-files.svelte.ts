import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { collectFromList } from '../../ingest/files/collect-files';
import { dropShare, keptShares, refusals, type SharedFiles } from '../../ingest/files/shared-files';
import { t } from '../../texts/texts';
import { importRun } from './import-run.svelte';
import { importLink } from '../view/links';
import { reportFailure } from '../shell/report';
import { toasts } from '../shell/toasts.svelte';

/**
 * Files that were shared to the installed app. They wait for the user's confirmation, because any site could have
 * posted them.
 */
class WaitingShares {
  #shares = $state.raw<readonly SharedFiles[]>([]);

  get files(): readonly File[] {
    return this.#shares.flatMap(({ files }) => files);
  }

  async load(): Promise<void> {
    try {
      this.#shares = await keptShares();
    } catch (error) {
      reportFailure(t.shared.unreadable, error);
    }
  }

  /** The files stay stored until the import has succeeded, so that a reload or a crash loses nothing. */
  async import(): Promise<void> {
    const shares = this.#shares;
    const files = collectFromList(shares.flatMap(({ files }) => files));
    const outcome = await importRun.start(Promise.resolve(files));
    if (outcome?.kind === 'finished' || outcome?.kind === 'nothing') await this.#drop(shares);
  }

  async discard(): Promise<void> {
    await this.#drop(this.#shares);
  }

  async #drop(shares: readonly SharedFiles[]): Promise<void> {
    try {
      for (const { id } of shares) await dropShare(id);
    } catch (error) {
      reportFailure(t.shared.notDropped, error);
    }
    await this.load();
  }
}

export const waitingShares = new WaitingShares();

/**
 * Says why shared files were refused. The service worker writes the reason into the address; it is shown once, not
 * again after a reload.
 */
export function showRefusal(): void {
  const refusal = refusals.find((each) => each === page.url.searchParams.get('shared'));
  if (refusal === undefined) return;
  toasts.show({ kind: 'failed', text: t.shared.refusals[refusal] });
  replaceState(importLink(), page.state);
}
