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
  throw badInput(field === null ? issue.message : `${field}: ${issue.message}`);
}

export function badInput(message: string): TokentabError {
  return new TokentabError('BadInput', message);
}

export function notFound(what: string): TokentabError {
  return new TokentabError('NotFound', `There is no such ${what}. It may have been removed in the meantime.`);
}
