/** A place in the queue for the lock that makes its holder the leader. */
export interface LockQueue {
  /** Takes a place, unless there is one already or the lock is held. */
  join(): void;
  /** Gives up the place and takes a new one at the end; nothing where there is none to give up. */
  renew(): void;
  /** Gives up the place; a lock that is held already stays held until it is released. */
  leave(): void;
}

/** What became of waiting: `onHeld` may come at any time, but never after `leave()`. */
export interface LockEvents {
  onHeld(release: () => void): void;
  onError(error: unknown): void;
}

/** Asks for the Web Lock `name` (one per origin and name) and waits, for hours if need be. */
export function queueForLock(locks: LockManager, name: string, events: LockEvents): LockQueue {
  let waiting: AbortController | undefined;
  let isHeld = false;

  function ask() {
    const mine = new AbortController();
    waiting = mine;
    locks
      .request(name, { signal: mine.signal }, () => {
        // A grant may already be on its way when the place is given up: hand it straight back.
        if (waiting !== mine) return;
        waiting = undefined;
        isHeld = true;
        return new Promise<void>((release) => {
          events.onHeld(() => {
            isHeld = false;
            release();
          });
        });
      })
      .catch((error: unknown) => {
        if (!mine.signal.aborted) events.onError(error);
      });
  }

  return {
    join() {
      if (waiting === undefined && !isHeld) ask();
    },
    renew() {
      if (waiting === undefined) return;
      const former = waiting;
      // The new request goes first, so that no moment passes in which this tab stands in no queue at all.
      ask();
      former.abort();
    },
    leave() {
      const former = waiting;
      waiting = undefined;
      former?.abort();
    },
  };
}

/** For a database that no other tab can see. */
export function holdAlone(events: LockEvents): LockQueue {
  const join = () => events.onHeld(() => undefined);
  return { join, renew: () => undefined, leave: () => undefined };
}
