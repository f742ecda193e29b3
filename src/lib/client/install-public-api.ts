import type { Sentences } from '../model/problem';
import type { TokentabApi } from '../model/public-api';
import { currentClient } from './current';
import { createPublicApi } from './public-api';

declare global {
  interface Window {
    /** The public API, for scripts, extensions and the console. */
    tokentab: TokentabApi;
  }
}

/** Replaces the placeholder that static/window-tokentab.js put on `window.tokentab` with the public API. */
export function installPublicApi(sentences: () => Promise<Sentences>): void {
  window.tokentab = createPublicApi(currentClient(), sentences);
  dispatchEvent(new Event('tokentab:installed'));
}
