/** How long a follower waits for any word of a leader, in milliseconds. */
const patience = 2_000;

export interface Patience {
  /** Something was asked: begin to wait, unless waiting already. */
  await(): void;
  /** The leader spoke: if still waiting for more, count from now. */
  heard(): void;
  /** Nothing is awaited any more. */
  rest(): void;
}

/** Calls `onSilence` each time that an awaited leader was silent for two seconds; an idle tab sets no timer at all. */
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
