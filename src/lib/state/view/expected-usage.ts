import { chosenDatabase, isTeamOpen } from '../../client/current';
import { browserPreferences } from '../../client/preferences';

const key = 'tokentab:has-usage';

/** Whether this page load has shown usage that was still there. */
let hasSeenUsage = false;

/**
 * Whether the open database held usage when this browser last looked. If so, the usage page is loaded while the
 * database is still opening, and a skeleton is shown meanwhile. This is only a guess and never decides what is
 * finally shown.
 */
export function expectsUsage(): boolean {
  const database = chosenDatabase();
  return (
    database === 'sample' || isTeamOpen() || (database === 'main' && browserPreferences.get(key) !== null)
  );
}

/**
 * Whether there was usage on an earlier visit and nothing is left. On a full disk, Chromium can drop everything that a
 * site has stored, with every note about it, except these preferences.
 */
export function missesUsage(): boolean {
  return chosenDatabase() === 'main' && expectsUsage() && !hasSeenUsage;
}

/** Records whether there is usage. What is missed stays missed until `acceptEmpty` is called. */
export function rememberUsage(hasUsage: boolean): void {
  if (chosenDatabase() !== 'main') return;
  if (!hasUsage && missesUsage()) return;
  hasSeenUsage ||= hasUsage;
  if (hasUsage !== expectsUsage()) browserPreferences.set(key, hasUsage ? '1' : null);
}

/** The user knows that the database is empty. */
export function acceptEmpty(): void {
  browserPreferences.set(key, null);
}
