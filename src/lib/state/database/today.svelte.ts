import { createSubscriber } from 'svelte/reactivity';
import { civilDate } from '../../model/civil-time';

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
  return civilDate(Date.now(), timeZone);
}
