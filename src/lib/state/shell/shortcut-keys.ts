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
 * A press as shortcuts name it: 'p', '?', 'ArrowLeft', 'mod+k', 'alt+ArrowUp'. Letters with Shift held are capitals and
 * match nothing; with Caps Lock they are the same key as without.
 */
export function nameOfKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const plain = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  // Shift is a part of '?' on many keyboards; with a command key it makes another shortcut.
  const shift = shiftKey && (ctrlKey || metaKey) ? 'shift+' : '';
  return `${ctrlKey || metaKey ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shift}${plain}`;
}

/** One key, or several to be pressed one after the other; 'digit' stands for 1 to 9. */
export type Keys = readonly string[];

/** Follows presses over time and says which shortcut they complete. */
export class KeySequence {
  #pressed: string[] = [];
  #last = 0;

  /** @param time of the press, in milliseconds of any clock */
  press<T extends { keys: Keys }>(key: string, time: number, shortcuts: readonly T[]): T | undefined {
    if (time - this.#last > patience) this.#pressed = [];
    this.#last = time;
    const pressed = [...this.#pressed, key];
    const matching = shortcuts.filter(({ keys }) =>
      pressed.every((each, index) => matches(keys[index], each)),
    );
    const complete = matching.find(({ keys }) => keys.length === pressed.length);
    if (complete === undefined && matching.length === 0 && this.#pressed.length > 0) {
      // Not what had been begun: it may begin something else.
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
