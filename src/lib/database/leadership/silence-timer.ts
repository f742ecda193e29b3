/** How long a follower waits for a message from the leader, in milliseconds. */
const silenceMs = 2_000;

export interface SilenceTimer {
  /** Starts the timer when a message was sent, unless it is already running. */
  start(): void;
  /** Restarts the timer, if it is running, because the leader sent a message. */
  reset(): void;
  /** Stops the timer: no answer is expected any more. */
  stop(): void;
}

/** Calls `onSilence` whenever an expected message hasn't come for two seconds. An idle tab has no timer at all. */
export function startSilenceTimer(onSilence: () => void): SilenceTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop() {
    clearTimeout(timer);
    timer = undefined;
  }

  function start() {
    timer ??= setTimeout(() => {
      timer = undefined;
      onSilence();
    }, silenceMs);
  }

  return {
    start,
    reset() {
      if (timer === undefined) return;
      stop();
      start();
    },
    stop,
  };
}
