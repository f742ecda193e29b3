import { version } from '$app/environment';
import { fromErrorData, toErrorData, TokentabError } from '../../model/errors';
import { t } from '../../texts/texts';

/** Turns anything that was thrown into an error of the closed union, which pages know how to show. */
export function asTokentabError(error: unknown): TokentabError {
  return error instanceof TokentabError ? error : fromErrorData(toErrorData(error));
}

/** Translates a sentence of a worker, which knows no languages; returns it unchanged when there is no translation. */
export const inOwnLanguage = (sentence: string): string => t.sentence(sentence) ?? sentence;

/** What happened, in the user's language. An error without a translated sentence is described by its code. */
export const errorText = (error: TokentabError): string =>
  t.sentence(error.message) ?? t.errors[error.code] ?? error.message;

/** The details to copy into a bug report: the code, the sentence and the technical cause. */
export function errorDetails(error: unknown): string {
  const { code, message, cause } = toErrorData(asTokentabError(error));
  return [`${code}: ${message}`, cause, `Tokentab ${version}`, navigator.userAgent]
    .filter((line) => line !== undefined)
    .join('\n');
}
