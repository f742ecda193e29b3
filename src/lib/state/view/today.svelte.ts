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

/** Today's civil date in a time zone. Effects that read it run again when the day changes. */
export function today(timeZone: string): string {
  subscribe();
  return todayIn(timeZone, Date.now());
}
