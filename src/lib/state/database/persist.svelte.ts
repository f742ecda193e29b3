/** Whether the browser promised not to clear this site's data by itself. Undefined where it does not say. */
export class PersistState {
  isPersisted = $state<boolean>();

  constructor() {
    void this.#read();
  }

  /** Some browsers ask the user, others decide in silence. */
  async ask(): Promise<boolean> {
    this.isPersisted = await navigator.storage.persist();
    return this.isPersisted;
  }

  async #read(): Promise<void> {
    // Typed as always there, but a page without a secure context lacks it.
    if ('storage' in navigator) this.isPersisted = await navigator.storage.persisted();
  }
}
