/** Some engines know how to step aside for input and come back first; what TypeScript has no types of. */
interface WithScheduler {
  scheduler?: { yield?: () => Promise<void> };
}

let last: Promise<void> = Promise.resolve();

/**
 * Settles in a task of its own, for one caller after the other in the order of asking: what they draw then is never one long
 * task, and the page answers in between.
 */
export function turn(): Promise<void> {
  last = last.then(nextTask);
  return last;
}

function nextTask(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
