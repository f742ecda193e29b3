import { browserNotes } from '../../client/notes';
import { languageFor, languages, loadTexts, localeFor, type Language } from '../../texts/language';
import { t, useTexts, type Texts } from '../../texts/texts';
import { reportFailure } from './report';

const key = 'tokentab:language';

/** The language that was chosen for this browser; undefined follows the browser's own. */
export function chosenLanguage(): Language | undefined {
  const stored = browserNotes.get(key);
  return languages.find((language) => language === stored);
}

/** For the pages that are loaded from now on. */
export function chooseLanguage(language: Language | undefined): void {
  browserNotes.set(key, language ?? null);
}

/** Whether this page is in the language that such a choice leads to. */
export function isShown(chosen: Language | undefined): boolean {
  return document.documentElement.lang === (chosen ?? languageFor(navigator.languages));
}

/** Loads the texts of the language in force. Awaited before the first page's modules are loaded. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage() ?? languageFor(navigator.languages);
  try {
    use(language, await loadTexts(language));
  } catch (error) {
    use('en', t);
    reportFailure(t.settings.languageFailed, error);
  }
}

function use(language: Language, texts: Texts): void {
  useTexts(texts, localeFor(language, navigator.languages));
  document.documentElement.lang = language;
}
