/** The locale of numbers, dates and plurals, in the language of the texts. English until `useLocale` sets it. */
export let locale = 'en';

export function useLocale(newLocale: string): void {
  locale = newLocale;
}

/**
 * A value that depends on the locale. It is created on first use, because modules load before the locale is known, and
 * again after the locale has changed.
 */
export function perLocale<T>(make: (locale: string) => T): () => T {
  let made: { locale: string; value: T } | undefined;
  return () => {
    if (made?.locale !== locale) made = { locale, value: make(locale) };
    return made.value;
  };
}
