import { texts as en } from './en';
import { useLocale } from './locale';

/** The shape that every language fills; English is the one that defines it. */
export type Texts = typeof en;

/**
 * Every text that a person reads. It is a live binding: a second language is imported when it is needed and set by
 * `useTexts` before the first page's modules are loaded, so that nobody downloads a language that they do not read.
 */
export let t: Texts = en;

export function useTexts(newTexts: Texts, newLocale: string): void {
  t = newTexts;
  useLocale(newLocale);
}
