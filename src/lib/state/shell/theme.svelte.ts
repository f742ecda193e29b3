import { browserPreferences } from '../../client/preferences';

export const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const key = 'tokentab:theme';

/**
 * The color scheme that the user chose for this browser. It is a preference of this device, not data, so it isn't in
 * the database.
 */
class ThemeChoice {
  #current = $state<Theme>(stored());

  get current(): Theme {
    return this.#current;
  }

  set current(theme: Theme) {
    this.#current = theme;
    browserPreferences.set(key, theme);
    this.apply();
  }

  apply(): void {
    if (this.#current === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#current;
  }
}

function stored(): Theme {
  const value = browserPreferences.get(key);
  return themes.find((theme) => theme === value) ?? 'system';
}

export const theme = new ThemeChoice();
