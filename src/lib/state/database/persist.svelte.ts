/** Whether the browser has promised not to clear this site's data automatically. Undefined when it doesn't say. */
export class PersistState {
  isPersisted = $state<boolean>();

  constructor() {
    void this.#read();
  }

  /** Some browsers ask the user, others decide silently. */
  async ask(): Promise<boolean> {
    this.isPersisted = await navigator.storage.persist();
    return this.isPersisted;
  }

  async #read(): Promise<void> {
    // TypeScript says it always exists, but an insecure context has no `storage`.
    if ('storage' in navigator) this.isPersisted = await navigator.storage.persisted();
  }
}
