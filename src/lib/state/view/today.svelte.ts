import { createSubscriber } from 'svelte/reactivity';
import { todayIn } from '../../model/months';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 30_000);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

/** The civil date in a zone; whoever reads it is run again when the day changes. */
export function today(timeZone: string): string {
  subscribe();
  return todayIn(timeZone, Date.now());
}
