import type { PlainProblem } from '../../model/problem';
import { UnusableDatabase } from './unusable-database';

/** The time limit for SQLite's own work on one statement; a gigabyte takes a few seconds. */
const maxMilliseconds = 10_000;

/** Monotonic milliseconds. */
export type Clock = () => number;

/** Measures the time that SQLite itself spends on one statement, and aborts the statement if it is too long. */
export class Stopwatch {
  private readonly clock: Clock;
  private spent = 0;
  private startedAt: number | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Call before another statement. */
  reset(): void {
    this.spent = 0;
  }

  run<Result>(work: () => Result): Result {
    this.startedAt = this.clock();
    try {
      return work();
    } finally {
      this.spent += this.clock() - this.startedAt;
      this.startedAt = null;
    }
  }

  get isOver(): boolean {
    const running = this.startedAt === null ? 0 : this.clock() - this.startedAt;
    return this.spent + running > maxMilliseconds;
  }

  /** The error to report for an error of SQLite. */
  explain(error: unknown, otherwise: PlainProblem): UnusableDatabase {
    if (error instanceof UnusableDatabase) return error;
    const reason = this.isOver ? 'database-too-slow' : otherwise;
    return new UnusableDatabase(reason, { cause: error });
  }
}
