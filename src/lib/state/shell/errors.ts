import { version } from '$app/environment';
import { fromErrorData, toErrorData, TokentabError } from '../../model/errors';
import { problemKey } from '../../model/problem';
import { sentenceOf } from './sentences.svelte';

/** Turns anything that was thrown into an error of the closed union, which pages know how to show. */
export function asTokentabError(error: unknown): TokentabError {
  return error instanceof TokentabError ? error : fromErrorData(toErrorData(error));
}

/** What happened, in the user's language. Reactive, like `sentenceOf`. */
export const errorText = (error: TokentabError): string => sentenceOf(error.problem);

/** The details to copy into a bug report: the code, the problem and the technical cause. */
export function errorDetails(error: unknown): string {
  const { code, problem, cause } = toErrorData(asTokentabError(error));
  return [`${code}: ${problemKey(problem)}`, cause, `Tokentab ${version}`, navigator.userAgent]
    .filter((line) => line !== undefined)
    .join('\n');
}
