import type { PlainProblem } from '../../model/problem';

/** The file can't be used. */
export class UnusableDatabase extends Error {
  override name = 'UnusableDatabase';
  readonly problem: PlainProblem;

  constructor(problem: PlainProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}
