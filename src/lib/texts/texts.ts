import { en } from './en';

/** The shape that every language fills; English is the one that defines it. */
export type Texts = typeof en;

/** The language of the texts, for `<html lang>` and for number and date formats that stand inside sentences. */
export let language = 'en';

/**
 * Every text that a person reads. It is a live binding: a second language is imported when it is needed and set by
 * `useTexts` before the first page mounts, so that nobody downloads a language that they do not read.
 */
export let t: Texts = en;

export function useTexts(newLanguage: string, texts: Texts): void {
  language = newLanguage;
  t = texts;
}
