import type { ClientInit } from '@sveltejs/kit';
import { startLanguage } from '$lib/state/shell/language';

/** SvelteKit awaits it before it loads the first page. */
export const init: ClientInit = startLanguage;
