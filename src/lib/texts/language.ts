import { texts as en } from './en';
import type { FirstTexts, Texts } from './texts';

/** One folder per language. English is part of the first page; every other language is a chunk that loads on demand. */
const folders = import.meta.glob<Texts>(['./*/index.ts', '!./en/index.ts'], { import: 'texts' });

/** A BCP 47 primary language code: the name of a folder next to this file. */
export type Language = string;

/** Every language that has a folder, sorted by code. */
export const languages: readonly Language[] = [
  'en',
  ...Object.keys(folders).map((path) => path.split('/')[1] ?? ''),
].sort();

/** The language's name in that language, such as 'Deutsch'. */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** @throws if the chunk can't be fetched, or there is no such folder */
export async function loadTexts(language: Language): Promise<FirstTexts> {
  if (language === 'en') return en;
  const load = folders[`./${language}/index.ts`];
  if (load === undefined) throw new Error(`There are no texts in ${language}.`);
  return load();
}

/** @param wanted locales, most preferred first, as in `navigator.languages`. English if none of them is available. */
export function languageFor(wanted: readonly string[]): Language {
  for (const locale of wanted) {
    const language = languages.find((each) => isOf(each, locale));
    if (language !== undefined) return language;
  }
  return 'en';
}

/** The browser's own locale if it is of that language (de-AT, en-GB), else the language's default. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  return wanted.find((locale) => isOf(language, locale)) ?? language;
}

function isOf(language: Language, locale: string): boolean {
  return locale.toLowerCase().split('-')[0] === language;
}
