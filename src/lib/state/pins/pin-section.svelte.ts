import { browserNotes } from '../../client/notes';

const key = 'tokentab:pins-closed';

/** Whether the pins section is open. Like the theme, it is a preference of this device, not data. */
class PinSection {
  #isOpen = $state(browserNotes.get(key) === null);

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    browserNotes.set(key, this.#isOpen ? null : 'yes');
  }
}

export const pinSection = new PinSection();
