import { locale } from './locale';

/** Kept for one locale: it is set once, before the first page. */
let kept: { locale: string; plurals: Intl.PluralRules; numbers: Intl.NumberFormat } | undefined;

/**
 * A whole number as the reader writes it, with the form of the words after it that the language's rules ask for:
 * '1 usage event', '1,234 usage events'. English and German have these two forms.
 */
export function counted(count: number, one: string, other: string): string {
  if (kept?.locale !== locale) {
    kept = { locale, plurals: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
  }
  return `${kept.numbers.format(count)} ${kept.plurals.select(count) === 'one' ? one : other}`;
}
