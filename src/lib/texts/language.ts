/** Each in its own language, as people look for it. */
export const languageNames = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languageNames;

export const languages = Object.keys(languageNames) as Language[];

/** @param wanted locales, the dearest first, as `navigator.languages` gives them. English where none is ours. */
export function languageFor(wanted: readonly string[]): Language {
  for (const locale of wanted) {
    const language = languages.find((each) => isOf(each, locale));
    if (language !== undefined) return language;
  }
  return 'en';
}

/** The browser's own locale where it is of that language (de-AT, en-GB), else the language's default. */
export function localeFor(language: Language, wanted: readonly string[]): string {
  return wanted.find((locale) => isOf(language, locale)) ?? language;
}

function isOf(language: Language, locale: string): boolean {
  return locale.toLowerCase().split('-')[0] === language;
}
