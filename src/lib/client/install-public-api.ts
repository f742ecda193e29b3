import type { TokentabApi } from '../model/public-api';
import { currentClient } from './current';
import { createPublicApi } from './public-api';

declare global {
  interface Window {
    /** For scripts, extensions and the console. */
    tokentab: TokentabApi;
  }
}

/** Puts the public API of the page's database on `window.tokentab`, in place of what static/window-tokentab.js put there. */
export function installPublicApi(): void {
  window.tokentab = createPublicApi(currentClient());
  dispatchEvent(new Event('tokentab:installed'));
}
