import type { ClientInit } from '@sveltejs/kit';
import { startLanguage } from '$lib/state/language';

/** SvelteKit awaits it before it loads the first page. */
export const init: ClientInit = startLanguage;
