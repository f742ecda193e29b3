import type { Connection } from '../context';
import { run, value } from '../sql/statements';

/** A new stamp of this database's clock, as the triggers of migration 0017 take them. Inside a transaction. */
export function nextStamp(connection: Connection): number {
  run(connection, "UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER))");
  return Number(value(connection, 'SELECT last FROM clock'));
}
