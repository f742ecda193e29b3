export interface LifecycleEvents {
  /** The page is being hidden, for good or into the back/forward cache. */
  onSleep(): void;
  /** The page was restored from the back/forward cache. */
  onWake(): void;
  /** The page became visible again. */
  onSeen(): void;
}

/** Listens to the page's lifecycle. Returns a function that removes the listeners. */
export function followPageLifecycle(events: LifecycleEvents): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('pagehide', () => events.onSleep(), { signal });
  addEventListener('pageshow', (event) => event.persisted && events.onWake(), { signal });
  addEventListener('focus', () => events.onSeen(), { signal });
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && events.onSeen(),
    {
      signal,
    },
  );
  return () => listening.abort();
}
