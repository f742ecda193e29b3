import { isTimeZone } from '../../model/civil-time';
import type { CorrectedCounts, Settings } from '../../protocol/commands';
import type { Connection, DatabaseContext } from '../context';
import { run, value } from '../sql/statements';

export function getSettings(database: DatabaseContext): Settings {
  const timeZone = readSetting(database, 'timeZone') as string | null;
  return { timeZone, reportingTimeZone: timeZone ?? browserZone(database) };
}

/** The IANA reporting time zone of days and months. */
export function reportingTimeZone(database: DatabaseContext): string {
  return getSettings(database).reportingTimeZone;
}

/** Stored by migration 0012. */
export function getCorrectedCounts(connection: Connection): CorrectedCounts | null {
  return readSetting(connection, 'correctedCounts') as CorrectedCounts | null;
}

/** UTC if the browser hides its time zone, or reports one that it doesn't support. */
function browserZone(database: DatabaseContext): string {
  return isTimeZone(database.timeZone) ? database.timeZone : 'UTC';
}

export function readSetting(connection: Connection, key: string): unknown {
  const json = value(connection, 'SELECT value FROM settings WHERE key = ?', [key]);
  return typeof json === 'string' ? JSON.parse(json) : null;
}

export function writeSetting(connection: Connection, key: string, setting: unknown, updatedAt: number): void {
  run(
    connection,
    `INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [key, JSON.stringify(setting), updatedAt],
  );
}
