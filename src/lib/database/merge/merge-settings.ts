import { isTimeZone } from '../../model/civil-time';
import type { DatabaseContext } from '../context';
import { all, run } from '../sql/statements';
import { redateIfNeeded } from '../usage/time-zone';

/** Merges settings and budgets. A different reporting time zone re-dates the events. */
export function mergeSettings(database: DatabaseContext): void {
  const settings = all<{ id: string; value: string; stamp: number }>(
    database,
    `SELECT registers.id, registers.value, stamp FROM registers LEFT JOIN settings ON settings.key = registers.id
     WHERE kind = 'setting' AND settings.value IS NOT registers.value`,
  );
  for (const { id, value, stamp } of settings) {
    const zone: unknown = id === 'timeZone' ? JSON.parse(value) : null;
    // This browser may not know the zone.
    if (zone !== null && !(typeof zone === 'string' && isTimeZone(zone))) continue;
    run(
      database,
      `INSERT INTO settings (key, value, updated_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
      [id, value, stamp],
    );
  }
  redateIfNeeded(database);
  mergeBudgets(database);
}

function mergeBudgets(database: DatabaseContext): void {
  const key = 'id ->> 0, id ->> 1, id ->> 2';
  run(
    database,
    `DELETE FROM budgets WHERE (scope, scope_key, from_month) IN
       (SELECT ${key} FROM registers WHERE kind = 'budget' AND value = 'null')`,
  );
  run(
    database,
    `INSERT INTO budgets (scope, scope_key, from_month, unit, amount, thresholds, updated_at)
     SELECT ${key}, value ->> 'unit', value ->> 'amount', value -> 'thresholds', stamp
     FROM registers WHERE kind = 'budget' AND value <> 'null'
     ON CONFLICT (scope, scope_key, from_month) DO UPDATE SET unit = excluded.unit, amount = excluded.amount,
       thresholds = excluded.thresholds, updated_at = excluded.updated_at`,
  );
  run(
    database,
    `INSERT INTO budget_warnings SELECT * FROM theirs.budget_warnings WHERE true
     ON CONFLICT DO UPDATE SET dismissed_at =
       coalesce(min(dismissed_at, excluded.dismissed_at), dismissed_at, excluded.dismissed_at)`,
  );
}
