/**
 * Small preferences of a device or a tab, such as the theme. They aren't data, so they aren't stored in the database.
 */
interface Preferences {
  get(key: string): string | null;
  /** Null removes the key. */
  set(key: string, value: string | null): void;
}

/** Preferences of this browser, shared by its tabs. Where the browser blocks storage, every page starts with none. */
export const browserPreferences: Preferences = preferencesIn('localStorage', {
  get: () => null,
  set: () => undefined,
});

/**
 * Preferences of this tab; they survive reloads. Where the browser blocks storage, `window.name` holds them, since it
 * has the same lifetime.
 */
export const tabPreferences: Preferences = preferencesIn('sessionStorage', {
  get: (key) => windowPreferences().get(key),
  set(key, value) {
    const preferences = windowPreferences();
    if (value === null) preferences.delete(key);
    else preferences.set(key, value);
    window.name = preferences.toString();
  },
});

const windowPreferences = (): URLSearchParams => new URLSearchParams(window.name);

function preferencesIn(kind: 'localStorage' | 'sessionStorage', fallback: Preferences): Preferences {
  return {
    get(key) {
      const storage = storageOf(kind);
      return storage === undefined ? fallback.get(key) : storage.getItem(key);
    },
    set(key, value) {
      const storage = storageOf(kind);
      if (storage === undefined) fallback.set(key, value);
      else if (value === null) storage.removeItem(key);
      else storage.setItem(key, value);
    },
  };
}

/** Undefined when the user blocks all site data: then even reading the property throws. */
function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[kind];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined;
    throw error;
  }
}
