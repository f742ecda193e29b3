import { isTimeZone } from '../../model/civil-time';
import type { CorrectedCounts, Settings } from '../../protocol/commands';
import type { Connection, DatabaseContext } from '../context';
import { restoreCopies } from '../copies/restore-copies';
import { hideEvents } from '../projects/deleted-events';
import { redate } from '../usage/redate';
import { run, value } from '../sql/statements';
import { transaction } from '../sql/transaction';

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

/** Sets the time zone and re-dates all events; call inside a transaction. */
export function updateTimeZone(
  database: DatabaseContext,
  timeZone: string | null,
  updatedAt: number,
): Settings {
  writeSetting(database, 'timeZone', timeZone, updatedAt);
  redateIfNeeded(database);
  return getSettings(database);
}

/**
 * Re-dates the events if they were dated in another time zone than the current one, since the device may have
 * travelled. Call once after opening and migrating, outside a transaction.
 */
export function ensureDatedIn(database: DatabaseContext): void {
  if (readSetting(database, 'datedIn') === reportingTimeZone(database)) return;
  transaction(database, () => redateIfNeeded(database));
}

/** Inside a transaction. */
export function redateIfNeeded(database: DatabaseContext): void {
  const zone = reportingTimeZone(database);
  if (readSetting(database, 'datedIn') === zone) return;
  // Copies are left out by day, so find them again by their new days.
  restoreCopies(database);
  redate(database, zone);
  hideEvents(database);
  writeSetting(database, 'datedIn', zone, database.now());
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
