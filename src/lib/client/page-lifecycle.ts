export interface LifecycleEvents {
  /** The page goes away, for good or into the back/forward cache. */
  onSleep(): void;
  /** The page came back out of the back/forward cache. */
  onWake(): void;
  /** The user is looking at the page again. */
  onSeen(): void;
}

/** Listens to the page's life until the returned function is called. */
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
