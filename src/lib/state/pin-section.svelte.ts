const key = 'tokentab:pins-closed';

/** Whether the pins are shown. Like the theme it is a taste of this device, not data. */
class PinSection {
  #isOpen = $state(localStorage.getItem(key) === null);

  get isOpen(): boolean {
    return this.#isOpen;
  }

  toggle(): void {
    this.#isOpen = !this.#isOpen;
    if (this.#isOpen) localStorage.removeItem(key);
    else localStorage.setItem(key, 'yes');
  }
}

export const pinSection = new PinSection();
