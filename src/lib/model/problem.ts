import type { DatabaseProblems } from './problems/database';
import type { ImportingProblems } from './problems/importing';
import type { ReadingProblems } from './problems/reading';
import type { TeamProblems } from './problems/team';

/**
 * Everything that can go wrong, by code, with the values that the sentence about it names. Workers, files and the
 * database know only codes; the sentences are in `texts/<language>/problems`, and the compiler names missing ones.
 */
interface Problems extends ReadingProblems, ImportingProblems, DatabaseProblems, TeamProblems {}

type CodesIn<All> = { [Code in keyof All]: All[Code] extends null ? Code : never }[keyof All];

/** Problems whose sentence names nothing. */
export type PlainProblem = CodesIn<Problems>;

type NamingProblem = {
  [Code in Exclude<keyof Problems, PlainProblem>]: { code: Code } & Problems[Code];
}[Exclude<keyof Problems, PlainProblem>];

/** Plain data, so that it can cross workers, be stored as JSON and be compared by `problemKey`. */
export type Problem = PlainProblem | NamingProblem;

/** A problem that an import stored: before codes, imports stored an English sentence. */
export type StoredProblem = Problem | (string & {});

/** The sentences of one language; `say` is for a problem that contains another one. */
export type Sentences<All = Problems> = {
  [Code in keyof All]: All[Code] extends null
    ? string
    : (values: All[Code], say: (problem: Problem) => string) => string;
};

/** The same for equal problems. */
export function problemKey(problem: StoredProblem): string {
  return typeof problem === 'string' ? problem : JSON.stringify(problem);
}

/** Whether data from elsewhere has the form of a problem; its code may be one that only a newer Tokentab knows. */
export function isStoredProblem(data: unknown): data is StoredProblem {
  if (typeof data === 'string') return true;
  return typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string';
}

/** The sentence about a problem; a stored sentence as it is, and the code where the language has no sentence for it. */
export function sentenceFor(problem: StoredProblem, sentences: Sentences): string {
  const say = (inner: Problem): string => sentenceFor(inner, sentences);
  const code = typeof problem === 'string' ? problem : problem.code;
  const sentence = Object.hasOwn(sentences, code) ? sentences[code as keyof Sentences] : undefined;
  if (typeof sentence === 'string') return sentence;
  if (sentence === undefined || typeof problem === 'string') return code;
  // The code decides which values there are, which TypeScript can't follow through a lookup.
  return (sentence as (values: Problem, say: (inner: Problem) => string) => string)(problem, say);
}
