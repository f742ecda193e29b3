import type { ClientInit } from '@sveltejs/kit';
import { currentClient } from '$lib/client/current';
import { startLanguage } from '$lib/state/shell/language';
import { turn } from '$lib/state/shell/turns';

/** SvelteKit awaits it before it loads the first page. */
export const init: ClientInit = async () => {
  // The database is opened while the page is built.
  currentClient();
  await startLanguage();
  // To build the page is the longest task of the first load: no other shares it.
  await turn();
};
