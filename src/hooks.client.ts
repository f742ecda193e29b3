import type { ClientInit } from '@sveltejs/kit';
import { currentClient } from '$lib/client/current';
import { trustOwnScripts } from '$lib/client/trusted-scripts';
import { startLanguage } from '$lib/state/shell/language';
import { yieldToMain } from '$lib/state/shell/yield-to-main';

/** SvelteKit awaits this before it loads the first page. */
export const init: ClientInit = async () => {
  trustOwnScripts();
  // Open the database while the page is being built.
  currentClient();
  await startLanguage();
  // Building the page is the longest task of the first load, so run it in a separate task.
  await yieldToMain();
};
