/**
 * `scheduler.yield` lets the browser handle input and then continues before other tasks. TypeScript doesn't type it,
 * and not all engines have it.
 */
interface WithScheduler {
  scheduler?: { yield?: () => Promise<void> };
}

let last: Promise<void> = Promise.resolve();

/**
 * Yields to the main thread: resolves in a new task, one caller at a time in the order of the calls. Work between such
 * waits never adds up to one long task, so the page stays responsive.
 */
export function yieldToMain(): Promise<void> {
  last = last.then(nextTask);
  return last;
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
