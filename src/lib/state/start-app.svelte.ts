import { loadSentences } from './shell/sentences.svelte';
import { untrack } from 'svelte';
import { connectedFolders } from './imports/connected-folders.svelte';
import { connection } from './database/connection.svelte';
import { tableMappings } from './mapping/table-mappings.svelte';
import { projects } from './projects/projects.svelte';
import { reloadOnce } from './database/reload-once';
import { keepDraft } from './shell/draft';
import { reportFailure } from './shell/report';
import { sample } from './database/sample.svelte';
import { startCurrency } from './view/page-currency.svelte';
import { settings } from './database/settings.svelte';
import { t } from '../texts/texts';
import { theme } from './shell/theme.svelte';
import { yieldToMain } from './shell/yield-to-main';

/** Starts everything that lives as long as the tab. Call once, while the root layout is set up. */
export function startApp(): void {
  theme.apply();
  settings.start();
  startCurrency();
  projects.start();
  tableMappings.start();
  // After the first paint: until then static/window-tokentab.js queues the calls.
  $effect(() => void loadLater());
  $effect(() => connection.start());
  connectedFolders.start();
  $effect(() => {
    if (connection.epoch !== '') untrack(() => void sample.fillIfEmpty(Date.now()));
  });
  // Runs before the page with the "outdated" message replaces a form.
  $effect.pre(() => {
    if (connection.status.state !== 'outdated') return;
    untrack(keepDraft);
    reloadOnce();
  });
}

async function loadLater(): Promise<void> {
  try {
    // Even starting to load a file takes milliseconds, so do it in a separate task.
    await yieldToMain();
    const { installPublicApi } = await import('../client/install-public-api');
    installPublicApi(async () => (await import('../texts/en/problems')).problems);
    await loadSentences();
  } catch (error) {
    reportFailure(t.shell.pageFailed, error);
  }
}
