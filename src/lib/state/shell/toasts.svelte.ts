interface Toast {
  id: string;
  text: string;
  kind: 'done' | 'failed';
  /** One action, such as Undo. Using it dismisses the toast. */
  action?: { label: string; run: () => void };
  /** Technical details that the user can copy. */
  details?: string;
}

/**
 * In milliseconds. Failures stay until they are dismissed; other toasts disappear after this time, but not while
 * hovered or focused.
 */
const lifetime = 9_000;

const most = 4;

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #shown = 0;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #holders = new Set<'pointer' | 'focus'>();

  show(toast: Omit<Toast, 'id'>): string {
    const id = String((this.#shown += 1));
    // When there are too many, remove the oldest; failures last, because the user may not have read them yet.
    const crowdedOut =
      this.list.length < most ? undefined : (this.list.find(({ kind }) => kind === 'done') ?? this.list[0]);
    this.list = [...this.list.filter((each) => each !== crowdedOut), { ...toast, id }];
    if (toast.kind === 'done') this.#arm(id);
    return id;
  }

  dismiss(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
    // When the last toast disappears, no event says that the pointer or the focus has left it.
    if (this.list.length === 0) this.#holders.clear();
  }

  /** Runs the toast's action, once: an undo that runs again later would remove what came after it. */
  use({ id, action }: Toast): void {
    if (!this.list.some((toast) => toast.id === id)) return;
    this.dismiss(id);
    action?.run();
  }

  /** While the pointer or the focus is inside the toasts, none disappears. */
  hold(holder: 'pointer' | 'focus'): void {
    this.#holders.add(holder);
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  release(holder: 'pointer' | 'focus'): void {
    this.#holders.delete(holder);
    for (const toast of this.list) if (toast.kind === 'done') this.#arm(toast.id);
  }

  #arm(id: string): void {
    clearTimeout(this.#timers.get(id));
    if (this.#holders.size > 0) return;
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), lifetime),
    );
  }
}

export const toasts = new Toasts();
