import type { Connection } from '../context';
import { bringBack } from '../projects/deleted-events';
import { readDecisions } from './decisions';
import { setAsideOf } from './left-out';

/** Restores everything that was left out as copies, until `setAside` runs again. Call inside a transaction. */
export function bringBackLeftOut(connection: Connection): void {
  for (const { isLeftOut, part } of readDecisions(connection)) {
    if (isLeftOut) bringBack(connection, ...setAsideOf(connection, part));
  }
}
