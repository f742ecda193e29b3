/** How long the second key of a sequence such as `G 1` may take, in milliseconds. */
const patience = 1_500;

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The name that shortcuts use for a key press: 'p', '?', 'ArrowLeft', 'mod+k', 'alt+ArrowUp'. Letters with Shift are
 * capitals and match nothing; with Caps Lock they match as usual.
 */
export function nameOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const plain = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  // Many keyboards need Shift to type '?', so Shift counts only together with Ctrl or ⌘.
  const shift = shiftKey && (ctrlKey || metaKey) ? 'shift+' : '';
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shift}${plain}`;
}

/** One key, or a sequence of keys; 'digit' stands for 1 to 9. */
export type Keys = readonly string[];

/** Follows key presses over time and finds the shortcut that they complete. */
export class KeySequence {
  #pressed: string[] = [];
  #last = 0;

  /** @param time when the key was pressed, in milliseconds of any clock */
  press<T extends { keys: Keys }>(key: string, time: number, shortcuts: readonly T[]): T | undefined {
    if (time - this.#last > patience) this.#pressed = [];
    this.#last = time;
    const pressed = [...this.#pressed, key];
    const matching = shortcuts.filter(({ keys }) =>
      pressed.every((each, index) => matches(keys[index], each)),
    );
    const complete = matching.find(({ keys }) => keys.length === pressed.length);
    if (complete === undefined && matching.length === 0 && this.#pressed.length > 0) {
      // The key doesn't continue the sequence, but it may start another one.
      this.#pressed = [];
      return this.press(key, time, shortcuts);
    }
    this.#pressed = complete === undefined && matching.length > 0 ? pressed : [];
    return complete;
  }
}

function matches(wanted: string | undefined, key: string): boolean {
  return wanted === 'digit' ? /^[1-9]$/.test(key) : wanted === key;
}
