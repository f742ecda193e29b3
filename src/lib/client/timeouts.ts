const seconds = 1_000;
const minutes = 60 * seconds;

/**
 * How long the page waits for an answer, in milliseconds. The worker's first message names the commands that get
 * longer.
 */
export interface Timeouts {
  usual: number;
  /** For calls made while the database is still opening: migrating years of usage takes time. */
  whileConnecting: number;
}

export const defaultTimeouts: Timeouts = { usual: 15 * seconds, whileConnecting: 10 * minutes };
