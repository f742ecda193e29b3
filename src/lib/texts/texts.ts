import type { Sentences } from '../model/problem';
import { texts as en } from './en';
import type { later } from './en/later';
import { useLocale } from './locale';

/** The texts of the first page, including those it shares with other pages. */
export type FirstTexts = typeof en;
export type LaterTexts = typeof later;

/** What every language must provide; English defines it. */
export type Texts = FirstTexts & LaterTexts & { problems: Sentences };

/**
 * Every text on screen. It is a live binding: another language is imported on demand and set by `useTexts` before the
 * first page's modules load, so that nobody downloads a language they don't read.
 */
export let t: FirstTexts = en;

export function useTexts(newTexts: FirstTexts, newLocale: string): void {
  t = newTexts;
  useLocale(newLocale);
}
