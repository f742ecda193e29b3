import { isTeamOpen } from '../../client/current';
import { later } from '../../texts/later';
import { connection } from '../database/connection.svelte';
import { reportFailure } from '../shell/report';
import { team } from './team.svelte';

/** In milliseconds, after a change, so that a burst of changes is published once. */
const restMs = 10_000;
const every = 5 * 60_000;

/** Stops the current watch. */
let end: (() => void) | undefined;

/**
 * In the tab that leads the database: publishes linked projects now and after changes, at most every five minutes; in a
 * team's database, reads now and every five minutes while the tab is visible. Returns a function that stops it.
 */
export function watchTeam(): () => void {
  end?.();
  let last = 0;
  let hasChanged = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const compare = async (): Promise<void> => {
    const { status } = connection;
    if (status.state !== 'ready' || status.role !== 'leader' || status.readOnly !== undefined) return;
    // Nothing is sent, nor asked, for somebody who publishes nothing.
    if (!(await team.hasWork())) return;
    last = Date.now();
    hasChanged = false;
    await team.compare();
    hasChanged ||= team.problem !== undefined;
  };
  const compareIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void compare(), milliseconds);
  };
  const stop = connection.onChange(() => {
    if (isTeamOpen()) return;
    hasChanged = true;
    compareIn(Math.max(restMs, last + every - Date.now()));
  });
  const regularly = setInterval(() => {
    if (hasChanged || (isTeamOpen() && document.visibilityState === 'visible')) void compare();
  }, every);
  team
    .load()
    .then(compare)
    .catch((error: unknown) => reportFailure(later.team.failed, error));
  end = () => {
    clearTimeout(timer);
    clearInterval(regularly);
    stop();
  };
  return end;
}
