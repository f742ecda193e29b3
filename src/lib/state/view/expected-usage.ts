import { chosenDatabase } from '../../client/current';
import { browserPreferences } from '../../client/preferences';

const key = 'tokentab:has-usage';

/**
 * Whether the open database held usage when this browser last looked. If so, the usage page is loaded while the
 * database is still opening, and a skeleton is shown meanwhile. This is only a guess and never decides what is
 * finally shown.
 */
export function expectsUsage(): boolean {
  const database = chosenDatabase();
  return database === 'sample' || (database === 'main' && browserPreferences.get(key) !== null);
}

export function rememberUsage(hasUsage: boolean): void {
  if (chosenDatabase() === 'main' && hasUsage !== expectsUsage())
    browserPreferences.set(key, hasUsage ? '1' : null);
}
