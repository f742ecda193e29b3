import { version } from '$app/environment';
import { tabPreferences } from '../../client/preferences';

const key = 'tokentab:reloaded-from';

/**
 * Reloads the page because a newer Tokentab took over in another tab. Only once per version: when the reload brings
 * the same old page again (from a cache in between), the page stays and says so instead of reloading forever.
 */
export function reloadOnce(): void {
  if (tabPreferences.get(key) === version) return;
  tabPreferences.set(key, version);
  location.reload();
}
