import { version } from '$app/environment';

const key = 'tokentab:reloaded-from';

/**
 * A newer Tokentab took over in another tab: get it here too. Only once per version: where the reload brings the same
 * old page again (a cache in between), the page stays and says so instead of turning in circles.
 */
export function reloadOnce(): void {
  if (sessionStorage.getItem(key) === version) return;
  sessionStorage.setItem(key, version);
  location.reload();
}
