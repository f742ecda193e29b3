/** The locale of numbers, dates and plurals, always one of the language of the texts; until `useLocale` sets it, English. */
export let locale = 'en';

export function useLocale(newLocale: string): void {
  locale = newLocale;
}

/**
 * What depends on the locale, made when it is first asked for: modules are loaded before the locale is known. It is
 * made again after the locale changed.
 */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { locale: string; value: T } | undefined;
  return () => {
    if (made?.locale !== locale) made = { locale, value: make(locale) };
    return made.value;
  };
}
