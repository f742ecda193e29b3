import { browserPreferences } from '../../client/preferences';

const key = 'tokentab:pins-closed';

/** Whether the pins section is open. Like the theme, it is a preference of this device, not data. */
class PinSection {
  #isOpen = $state(browserPreferences.get(key) === null);

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    browserPreferences.set(key, this.#isOpen ? null : 'yes');
  }
}

export const pinSection = new PinSection();
