import { repriceStart, type RepriceEnd, type RepricePlace } from '../../../src/lib/model/reprice';
import type { Commands } from '../../../src/lib/protocol/commands';
import { testNow } from './open';

/** A whole run, as a page makes it; `steps` ends it early. @returns how many events changed */
export function reprice(
  commands: Commands,
  id: string,
  models: string[] | null = null,
  steps = Number.MAX_SAFE_INTEGER,
): number {
  commands.beginReprice({ id, models, startedAt: testNow });
  let changed = 0;
  let after: RepricePlace | null = repriceStart;
  for (let step = 0; after !== null && step < steps; step += 1) {
    const done: ReturnType<Commands['repriceNext']> = commands.repriceNext(id, after);
    changed += done.changed;
    after = done.next;
  }
  const end: RepriceEnd = after === null ? 'finished' : 'cancelled';
  commands.endReprice(id, end, testNow);
  return changed;
}

export function undoReprice(commands: Commands, id: string): void {
  while (!commands.undoRepriceNext(id).isDone);
  commands.endReprice(id, 'undone', testNow);
}
