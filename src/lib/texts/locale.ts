/** The locale of numbers, dates and plurals, always one of the language of the texts; until `useLocale` sets it, English. */
export let locale = 'en';

export function useLocale(newLocale: string): void {
  locale = newLocale;
}
