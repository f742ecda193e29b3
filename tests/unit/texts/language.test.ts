import { describe, expect, it } from 'vitest';
import { languageFor, languageName, languages, loadTexts, localeFor } from '../../../src/lib/texts/language';

describe('the language', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['DE'], 'de'],
    // Klingon, which no folder will ever have.
    [['tlh', 'de', 'en'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['es-MX', 'en'], 'es'],
    [['tlh', 'ja'], 'en'],
    // Dena (den) isn't German (de), although its code begins the same.
    [['den'], 'en'],
    [[], 'en'],
  ] as const)('of a browser that wants %j is %s', (wanted, language) => {
    expect(languageFor(wanted)).toBe(language);
  });
});

describe('numbers and dates', () => {
  it('follow the browser’s locale if it belongs to the language', () => {
    expect(localeFor('de', ['en-US', 'de-CH'])).toBe('de-CH');
    expect(localeFor('en', ['de-DE', 'en-GB', 'en-US'])).toBe('en-GB');
  });

  it('follow the language’s default locale otherwise', () => {
    expect(localeFor('de', ['en-US'])).toBe('de');
    expect(localeFor('en', [])).toBe('en');
  });
});

describe('the languages', () => {
  it('are the folders of texts, each with its own name for itself', async () => {
    expect(languages).toEqual(expect.arrayContaining(['de', 'en', 'es']));
    expect(languages.map(languageName)).toEqual(expect.arrayContaining(['Deutsch', 'English', 'Español']));
    for (const language of languages) expect((await loadTexts(language)).shell.appName).toBe('Tokentab');
  });

  it('has no texts of a language without a folder', async () => {
    await expect(loadTexts('xx')).rejects.toThrow('xx');
  });
});
