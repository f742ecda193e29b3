/** How long a follower waits for a message from the leader, in milliseconds. */
const patience = 2_000;

export interface Patience {
  /** Starts the timer when a message was sent, unless it is already running. */
  await(): void;
  /** Restarts the timer, if it is running, because the leader sent a message. */
  heard(): void;
  /** Stops the timer: no answer is expected any more. */
  rest(): void;
}

/** Calls `onSilence` whenever an expected message hasn't come for two seconds. An idle tab has no timer at all. */
export function startPatience(onSilence: () => void): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function rest() {
    clearTimeout(timer);
    timer = undefined;
  }

  function wait() {
    timer ??= setTimeout(() => {
      timer = undefined;
      onSilence();
    }, patience);
  }

  return {
    await: wait,
    heard() {
      if (timer === undefined) return;
      rest();
      wait();
    },
    rest,
  };
}
