import { t } from '../../texts/texts';
import { announcer } from './announcer.svelte';
import { reportFailure } from './report';
import { toasts } from './toasts.svelte';

interface UndoStep {
  text: string;
  toastId: string;
  undo: () => Promise<unknown>;
}

/**
 * The changes that can be undone, newest last. A toast offers undo for a few seconds; Ctrl/⌘ Z works as long as the
 * tab lives.
 */
class UndoStack {
  #steps: UndoStep[] = [];
  #underway = new Set<Promise<unknown>>();

  /** Shows a toast that says what was done and offers undo. */
  offer(text: string, undo: () => Promise<unknown>): void {
    const step: UndoStep = { text, toastId: '', undo };
    step.toastId = toasts.show({
      kind: 'done',
      text,
      action: { label: t.shell.undo, run: () => void this.#take(step) },
    });
    this.#keep(step);
  }

  /**
   * For changes that are visible at once and made often, such as a move: Ctrl/⌘ Z undoes them, and there is no toast.
   * Call it before the change is stored, so that the steps are in the order in which they were made.
   * @returns a function that removes the step, for when storing fails
   */
  remember(text: string, undo: () => Promise<unknown>): () => void {
    const step: UndoStep = { text, toastId: '', undo };
    this.#keep(step);
    return () => {
      this.#steps = this.#steps.filter((each) => each !== step);
    };
  }

  /**
   * Undoes the last change. A change may be visible before its step exists, or before it is stored. So this first
   * waits for all changes under way, undos included; otherwise the keys would undo an earlier change.
   */
  undoLast(): void {
    const earlier = [...this.#underway];
    void this.during(async () => {
      await Promise.allSettled(earlier);
      const last = this.#steps.at(-1);
      // The toast of the change may be long gone, so say what was undone.
      if (last !== undefined && (await this.#take(last))) {
        toasts.show({ kind: 'done', text: t.shell.undone(last.text) });
      }
    });
  }

  /** Runs a change. Once it has finished, its undo step is here, or none if it failed. */
  async during<T>(change: () => Promise<T>): Promise<T> {
    const running = change();
    this.#underway.add(running);
    try {
      return await running;
    } finally {
      this.#underway.delete(running);
    }
  }

  #keep(step: UndoStep): void {
    this.#steps = [...this.#steps, step].slice(-50);
  }

  async #take(step: UndoStep): Promise<boolean> {
    if (!this.#steps.includes(step)) return false;
    this.#steps = this.#steps.filter((each) => each !== step);
    toasts.dismiss(step.toastId);
    try {
      await step.undo();
      announcer.say(t.shell.undone(step.text));
      return true;
    } catch (error) {
      reportFailure(t.projects.failed, error);
      return false;
    }
  }
}

export const undoStack = new UndoStack();

/** Makes a change that Ctrl/⌘ Z can undo as soon as it is visible, even while it is still being stored. */
export function undoable<A extends unknown[], R>(
  change: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) => undoStack.during(() => change(...args));
}
