import type { Connection } from '../context';
import { bringBack } from '../projects/deleted-events';
import { readDecisions } from './decisions';
import { setAsideOf } from './left-out';

/** Makes everything usage again that is left out; `setAside` leaves it out again. Inside a transaction. */
export function bringBackLeftOut(connection: Connection): void {
  for (const { isLeftOut, part } of readDecisions(connection)) {
    if (isLeftOut) bringBack(connection, ...setAsideOf(connection, part));
  }
}
