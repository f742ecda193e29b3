import { perLocale } from './locale';

const formatters = perLocale((locale) => ({
  plurals: new Intl.PluralRules(locale),
  numbers: new Intl.NumberFormat(locale),
}));

/** The plural categories that some languages have besides `one` and `other`. */
type MoreForms = Partial<Record<Exclude<Intl.LDMLPluralRule, 'one' | 'other'>, string>>;

/**
 * A whole number in the reader's format, followed by the word in the plural form that the language requires for it:
 * '1 usage event', '1,234 usage events'. English and German have two forms; a language with more passes the others in
 * `more`, and a category without a form uses `other`.
 */
export function counted(count: number, one: string, other: string, more: MoreForms = {}): string {
  const { plurals, numbers } = formatters();
  const form = { ...more, one, other }[plurals.select(count)] ?? other;
  return `${numbers.format(count)} ${form}`;
}
