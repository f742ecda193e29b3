import { connection } from '../database/connection.svelte';
import { t } from '../../texts/texts';
import { reportFailure } from '../shell/report';
import { devices } from './devices.svelte';

/** In milliseconds, after a change, so that a burst of them is written once. */
const restMs = 10_000;
const lookEvery = 60_000;

/** Of the watch that is going on. */
let end: (() => void) | undefined;

/**
 * Keeps the devices in step from the tab that leads the database: now, after changes, and every minute while it is visible.
 * Returns a function that stops it.
 */
export function watchDevices(): () => void {
  end?.();
  let hasChanged = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const { status } = connection;
    if (status.state !== 'ready' || status.role !== 'leader' || status.readOnly !== undefined) return;
    const changed = hasChanged;
    hasChanged = false;
    await devices.run(changed);
    // What was not written is tried again.
    if (devices.problem !== undefined || devices.permission !== 'granted') hasChanged ||= changed;
  };
  const lookIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), milliseconds);
  };
  const stop = connection.onChange(() => {
    // What it takes in is a change as well, of which there is little to write.
    hasChanged = true;
    if (!devices.isWorking) lookIn(restMs);
  });
  const everyMinute = setInterval(() => {
    if (document.visibilityState === 'visible') void look();
  }, lookEvery);
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') lookIn(0);
  };
  document.addEventListener('visibilitychange', onVisible);
  devices
    .load()
    .then(look)
    .catch((error: unknown) => reportFailure(t.devices.failed, error));
  end = () => {
    clearTimeout(timer);
    clearInterval(everyMinute);
    document.removeEventListener('visibilitychange', onVisible);
    stop();
  };
  return end;
}
