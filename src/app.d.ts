/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />
/// <reference types="vite-plugin-pwa/svelte" />

import type { TokentabApi } from '$lib/model/public-api';

declare global {
  interface Window {
    /** The public API, documented in the README. Await `ready` first. */
    tokentab: TokentabApi;
  }
}
