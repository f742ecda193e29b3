import { version } from '$app/environment';
import type { DatabaseName } from '../protocol/commands';
import { connect, type DatabaseClient } from './connect';
import { tabNotes } from './notes';

const storageKey = 'tokentab:database';

let client: DatabaseClient | undefined;

/** The page's one connection, to the database that this tab has chosen. Starts it on first use; only in a browser. */
export function currentClient(): DatabaseClient {
  client ??= connect(chosenDatabase(), { app: version });
  return client;
}

/** `main` unless this tab chose another. */
export function chosenDatabase(): DatabaseName {
  const chosen = tabNotes.get(storageKey);
  return chosen === 'sample' || chosen === 'memory' ? chosen : 'main';
}

/** Goes to the sample database, which lives beside the user's own and never touches it. Loads the page anew. */
export function useSampleDatabase(): void {
  choose('sample');
}

/** For windows without storage, and only when asked for: all is lost with the tab. Loads the page anew. */
export function useMemoryDatabase(): void {
  choose('memory');
}

/** Back to the user's own data. Loads the page anew. */
export function useMainDatabase(): void {
  choose('main');
}

function choose(database: DatabaseName): void {
  tabNotes.set(storageKey, database);
  // A page holds live state of one database: only a fresh page holds nothing of the other.
  location.assign('/');
}
