import { isTeamOpen } from '../../client/current';
import { browserPreferences } from '../../client/preferences';
import { languageFor, languages, loadTexts, localeFor, type Language } from '../../texts/language';
import { t, useTexts, type FirstTexts } from '../../texts/texts';
import { reportFailure } from './report';

const key = 'tokentab:language';

/** The language chosen for this browser; undefined follows the browser's own languages. */
export function chosenLanguage(): Language | undefined {
  const stored = browserPreferences.get(key);
  return languages.find((language) => language === stored);
}

/** Takes effect when a page is loaded next. */
export function chooseLanguage(language: Language | undefined): void {
  browserPreferences.set(key, language ?? null);
}

/** Whether this page is already in the language that such a choice leads to. */
export function isShown(chosen: Language | undefined): boolean {
  return document.documentElement.lang === (chosen ?? languageFor(navigator.languages));
}

/** Loads the texts of the current language. Must be awaited before the first page's modules are loaded. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage() ?? languageFor(navigator.languages);
  try {
    use(language, await loadTexts(language));
    if (isTeamOpen()) use(language, (await import('../../texts/team-words')).teamWords());
  } catch (error) {
    use('en', t);
    reportFailure(t.settings.languageFailed, error);
  }
}

function use(language: Language, texts: FirstTexts): void {
  useTexts(texts, localeFor(language, navigator.languages));
  document.documentElement.lang = language;
}
