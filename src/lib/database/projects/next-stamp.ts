import type { Connection } from '../context';
import { run, value } from '../sql/statements';

/** The next stamp of this database's clock, like those of the triggers in migration 0017. Call inside a transaction. */
export function nextStamp(connection: Connection): number {
  run(connection, "UPDATE clock SET last = max(last + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER))");
  return Number(value(connection, 'SELECT last FROM clock'));
}
