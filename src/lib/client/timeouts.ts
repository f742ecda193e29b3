const seconds = 1_000;
const minutes = 60 * seconds;

/** How long the page waits for an answer, in milliseconds. Slow commands are given longer by the worker's first message. */
export interface Timeouts {
  usual: number;
  /** For calls made while the database is still being opened: a migration of years of usage takes its time. */
  whileConnecting: number;
}

export const defaultTimeouts: Timeouts = { usual: 15 * seconds, whileConnecting: 2 * minutes };
