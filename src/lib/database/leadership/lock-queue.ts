/** A request for the Web Lock whose holder is the leader. */
export interface LockQueue {
  /** Requests the lock, unless a request is waiting or the lock is already held. */
  join(): void;
  /** Replaces a waiting request with a new one at the end of the queue. Does nothing when no request is waiting. */
  renew(): void;
  /** Withdraws the waiting request. A lock that is already held stays held until it is released. */
  leave(): void;
}

/** The outcome of the request. `onHeld` may be called at any time, but never after `leave()`. */
export interface LockEvents {
  onHeld(release: () => void): void;
  onError(error: unknown): void;
}

/** Requests the Web Lock `name` (one per origin and name). The request may wait for hours. */
export function queueForLock(locks: LockManager, name: string, events: LockEvents): LockQueue {
  let waiting: AbortController | undefined;
  let isHeld = false;

  function ask() {
    const mine = new AbortController();
    waiting = mine;
    locks
      .request(name, { signal: mine.signal }, () => {
        // The lock may be granted just as the request is withdrawn: release it at once.
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
      // Send the new request before aborting the old one, so that this tab is always in the queue.
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

/** For a memory database, which no other tab can see. */
export function holdAlone(events: LockEvents): LockQueue {
  const join = () => events.onHeld(() => undefined);
  return { join, renew: () => undefined, leave: () => undefined };
}
