import { version } from '$app/environment';
import { tabNotes } from '../../client/notes';

const key = 'tokentab:reloaded-from';

/**
 * A newer Tokentab took over in another tab: get it here too. Only once per version: where the reload brings the same
 * old page again (a cache in between), the page stays and says so instead of turning in circles.
 */
export function reloadOnce(): void {
  if (tabNotes.get(key) === version) return;
  tabNotes.set(key, version);
  location.reload();
}
