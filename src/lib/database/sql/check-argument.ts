import type { PlainProblem, Problem } from '../../model/problem';
import * as v from 'valibot';
import { TokentabError } from '../../model/errors';

/**
 * Validates and cleans an argument of a call.
 * @throws `BadInput` with a sentence that names the field and says what it should be
 */
export function checkArgument<Schema extends v.GenericSchema>(
  schema: Schema,
  argument: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, argument, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw badInput({
    code: 'invalid-argument',
    hint: field === null ? issue.message : `${field}: ${issue.message}`,
  });
}

export function badInput(problem: Problem): TokentabError {
  return new TokentabError('BadInput', problem);
}

type Missing = PlainProblem extends infer Code
  ? Code extends `no-such-${infer What}`
    ? What
    : never
  : never;

export function notFound(what: Missing): TokentabError {
  return new TokentabError('NotFound', `no-such-${what}`);
}
