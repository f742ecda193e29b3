const name = 'tokentab-import';

/** How often a waiting page checks whether the imports are over, in milliseconds. */
const lookEvery = 500;

/** The Web Locks of this page; absent outside a secure context and in Node. */
function lockManager(): LockManager | undefined {
  return (globalThis.navigator as { locks?: LockManager } | undefined)?.locks;
}

/**
 * Runs an import in such a way that every tab of this site can tell that one is running. Imports don't exclude each
 * other.
 */
export async function whileImporting<T>(run: () => Promise<T>): Promise<T> {
  const locks = lockManager();
  if (locks === undefined) return run();
  const state = { hasBegun: false };
  try {
    return await locks.request(name, { mode: 'shared' }, async () => {
      state.hasBegun = true;
      return await run();
    });
  } catch (error) {
    // There are no locks when the user blocks all site data. Without storage, a reload can't interrupt anything that
    // matters.
    if (!state.hasBegun && error instanceof DOMException && error.name === 'SecurityError') return run();
    throw error;
  }
}

/**
 * Resolves as soon as no tab is importing. It polls, because a request waiting in the queue would block the next
 * import.
 */
export async function whenNothingImports(): Promise<void> {
  const locks = lockManager();
  if (locks === undefined) return;
  while (!(await isFree(locks))) await new Promise((resolve) => setTimeout(resolve, lookEvery));
}

async function isFree(locks: LockManager): Promise<boolean> {
  try {
    return await locks.request(name, { ifAvailable: true }, (lock) => lock !== null);
  } catch {
    // Locks don't exist in this window, so none can be held.
    return true;
  }
}
