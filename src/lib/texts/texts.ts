import type { Sentences } from '../model/problem';
import { texts as en } from './en';
import type { later } from './en/later';
import { useLocale } from './locale';

/** The texts of the first page and of all that it shares with other pages. */
export type FirstTexts = typeof en;
export type LaterTexts = typeof later;

/** The shape that every language fills; English is the one that defines it. */
export type Texts = FirstTexts & LaterTexts & { problems: Sentences };

/**
 * Every text that a person reads. It is a live binding: a second language is imported when it is needed and set by
 * `useTexts` before the first page's modules are loaded, so that nobody downloads a language that they do not read.
 */
export let t: FirstTexts = en;

export function useTexts(newTexts: FirstTexts, newLocale: string): void {
  t = newTexts;
  useLocale(newLocale);
}
