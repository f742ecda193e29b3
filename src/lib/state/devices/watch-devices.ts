import { connection } from '../database/connection.svelte';
import { t } from '../../texts/texts';
import { reportFailure } from '../shell/report';
import { devices } from './devices.svelte';

/** In milliseconds, after a change, so that a burst of changes is written once. */
const restMs = 10_000;
const syncEvery = 60_000;

/** Stops the current watch. */
let end: (() => void) | undefined;

/**
 * Syncs the devices from the tab that leads the database: now, after changes, and every minute while it is visible.
 * Returns a function that stops it.
 */
export function watchDevices(): () => void {
  end?.();
  let hasChanged = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sync = async (): Promise<void> => {
    const { status } = connection;
    if (status.state !== 'ready' || status.role !== 'leader' || status.readOnly !== undefined) return;
    const changed = hasChanged;
    hasChanged = false;
    await devices.run(changed);
    // Try again to write what was not written.
    if (devices.problem !== undefined || devices.permission !== 'granted') hasChanged ||= changed;
  };
  const syncIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void sync(), milliseconds);
  };
  const stop = connection.onChange(() => {
    // Merging is a change, too, but leaves little to write.
    hasChanged = true;
    if (!devices.isWorking) syncIn(restMs);
  });
  const everyMinute = setInterval(() => {
    if (document.visibilityState === 'visible') void sync();
  }, syncEvery);
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') syncIn(0);
  };
  document.addEventListener('visibilitychange', onVisible);
  devices
    .load()
    .then(sync)
    .catch((error: unknown) => reportFailure(t.devices.failed, error));
  end = () => {
    clearTimeout(timer);
    clearInterval(everyMinute);
    document.removeEventListener('visibilitychange', onVisible);
    stop();
  };
  return end;
}
