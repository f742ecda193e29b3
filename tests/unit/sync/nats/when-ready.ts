import { expect } from 'vitest';

/** Tries again until servers have elected a leader; until then, they answer with errors. */
export async function whenReady<Result>(work: () => Promise<Result>): Promise<Result> {
  let result: Result | undefined;
  await expect
    .poll(
      async () => {
        try {
          result = await work();
          return 'done';
        } catch (error) {
          return String(error instanceof Error ? (error.cause ?? error) : error);
        }
      },
      // On a busy machine, three servers take minutes to agree.
      { timeout: 900_000, interval: 500 },
    )
    .toBe('done');
  return result as Result;
}
