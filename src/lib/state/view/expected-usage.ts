import { chosenDatabase } from '../../client/current';
import { browserNotes } from '../../client/notes';

const key = 'tokentab:has-usage';

/**
 * Whether the open database held something when this browser last looked: then the page of numbers is fetched while the
 * database is still being opened, and its shape stands in for it. It is a guess; what is shown in the end never follows it.
 */
export function expectsUsage(): boolean {
  const database = chosenDatabase();
  return database === 'sample' || (database === 'main' && browserNotes.get(key) !== null);
}

export function rememberUsage(hasUsage: boolean): void {
  if (chosenDatabase() === 'main' && hasUsage !== expectsUsage())
    browserNotes.set(key, hasUsage ? '1' : null);
}
