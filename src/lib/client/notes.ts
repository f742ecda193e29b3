/** Small choices of a device or a tab, such as its theme: no data, so they are not in the database. */
interface Notes {
  get(key: string): string | null;
  /** Null forgets it. */
  set(key: string, value: string | null): void;
}

/** Of this browser, for all its tabs. Where it keeps nothing, each page starts without. */
export const browserNotes: Notes = notesIn('localStorage', {
  get: () => null,
  set: () => undefined,
});

/** Of this tab, over its reloads. Where the browser keeps nothing, the window's name does: it lives exactly as long. */
export const tabNotes: Notes = notesIn('sessionStorage', {
  get: (key) => namedNotes().get(key),
  set(key, value) {
    const notes = namedNotes();
    if (value === null) notes.delete(key);
    else notes.set(key, value);
    window.name = notes.toString();
  },
});

const namedNotes = (): URLSearchParams => new URLSearchParams(window.name);

function notesIn(kind: 'localStorage' | 'sessionStorage', otherwise: Notes): Notes {
  return {
    get(key) {
      const storage = storageOf(kind);
      return storage === undefined ? otherwise.get(key) : storage.getItem(key);
    },
    set(key, value) {
      const storage = storageOf(kind);
      if (storage === undefined) otherwise.set(key, value);
      else if (value === null) storage.removeItem(key);
      else storage.setItem(key, value);
    },
  };
}

/** Undefined where the user blocks all site data: then even naming it throws. */
function storageOf(kind: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return window[kind];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return undefined;
    throw error;
  }
}
