import type { TeamCursor } from '../../model/team';
import type { Connection } from '../context';
import { readSetting, writeSetting } from '../settings/settings';

const key = 'teamCursor';

export const getTeamCursor = (connection: Connection): TeamCursor | null =>
  readSetting(connection, key) as TeamCursor | null;

/** Call in the transaction that stores what was read. */
export function saveTeamCursor(connection: Connection, cursor: TeamCursor, at: number): void {
  writeSetting(connection, key, cursor, at);
}
