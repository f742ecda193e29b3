import type { Connection } from '../context';
import { restoreEvents } from './deleted-events';
import { readDecisions } from './decisions';
import { hiddenOf } from './left-out';

/** Restores everything that was left out as copies, until `hideEvents` runs again. Call inside a transaction. */
export function restoreCopies(connection: Connection): void {
  for (const { isLeftOut, part } of readDecisions(connection)) {
    if (isLeftOut) restoreEvents(connection, ...hiddenOf(connection, part));
  }
}
