import type { Settings } from '../../protocol/commands';
import type { DatabaseContext } from '../context';
import { hideEvents } from '../copies/deleted-events';
import { restoreCopies } from '../copies/restore-copies';
import { getSettings, readSetting, reportingTimeZone, writeSetting } from '../settings/settings';
import { transaction } from '../sql/transaction';
import { redate } from './redate';

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
