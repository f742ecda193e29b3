import { version } from '$app/environment';
import { fromErrorData, toErrorData, TokentabError } from '../../model/errors';
import { t } from '../../texts/texts';

/** Whatever was thrown, as the closed union that pages know how to say. */
export function asTokentabError(error: unknown): TokentabError {
  return error instanceof TokentabError ? error : fromErrorData(toErrorData(error));
}

/** A sentence of a worker, which knows no language, as the reader's language says it, else as it came. */
export const inOwnLanguage = (sentence: string): string => t.sentence(sentence) ?? sentence;

/** What happened, in the reader's language; what that has no own sentence for, by the kind of error. */
export const errorText = (error: TokentabError): string =>
  t.sentence(error.message) ?? t.errors[error.code] ?? error.message;

/** What a person copies into a report: the code, the sentence and the technical cause. */
export function errorDetails(error: unknown): string {
  const { code, message, cause } = toErrorData(asTokentabError(error));
  return [`${code}: ${message}`, cause, `Tokentab ${version}`, navigator.userAgent]
    .filter((line) => line !== undefined)
    .join('\n');
}
