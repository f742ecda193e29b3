import { version } from '$app/environment';
import { teamOf, teamPrefix } from '../model/team';
import type { DatabaseName } from '../protocol/commands';
import { connect, type DatabaseClient } from './connect';
import { tabPreferences } from './preferences';

const storageKey = 'tokentab:database';

let client: DatabaseClient | undefined;

/** The page's only connection, to the database this tab has chosen. Connects on first use. Browser only. */
export function currentClient(): DatabaseClient {
  client ??= connect(chosenDatabase(), { app: version });
  return client;
}

/** The database this tab has chosen; `main` by default. */
export function chosenDatabase(): DatabaseName {
  const chosen = tabPreferences.get(storageKey);
  if (chosen === 'sample' || chosen === 'memory') return chosen;
  const team = teamOf(chosen ?? '');
  return team === undefined ? 'main' : `${teamPrefix}${team}`;
}

/** Whether this tab shows what a team's members have published, which can only be read. */
export const isTeamOpen = (): boolean => teamOf(chosenDatabase()) !== undefined;

/**
 * Switches to the sample database, which is separate from the user's own data and never touches it. Reloads the page.
 */
export function useSampleDatabase(): void {
  choose('sample');
}

/**
 * Switches to a database in memory, for browsers without storage and only on request: its data is lost when the tab
 * closes. Reloads the page.
 */
export function useMemoryDatabase(): void {
  choose('memory');
}

/** Switches to what the members of a team have published. Reloads the page. */
export function useTeamDatabase(team: string): void {
  choose(`${teamPrefix}${team}`);
}

/** Switches back to the user's own data. Reloads the page. */
export function useMainDatabase(): void {
  choose('main');
}

function choose(database: DatabaseName): void {
  tabPreferences.set(storageKey, database);
  // Live state belongs to one database, so switching needs a fresh page.
  location.assign('/');
}
