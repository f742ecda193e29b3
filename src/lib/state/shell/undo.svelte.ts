import { t } from '../../texts/texts';
import { announcer } from './announcer.svelte';
import { reportFailure } from './report';
import { toasts } from './toasts.svelte';

interface UndoStep {
  text: string;
  toastId: string;
  undo: () => Promise<unknown>;
}

/** What can be taken back, newest last. The toast offers it for some seconds; Ctrl/⌘ Z as long as the tab lives. */
class UndoStack {
  #steps: UndoStep[] = [];
  #underway = new Set<Promise<unknown>>();

  /** Says what was done and offers to take it back. */
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
   * For what is seen at once and done often, such as a move: Ctrl/⌘ Z takes it back, and no toast says it. Called before
   * it is stored, so that steps stand in the order in which they were made.
   *
   * @returns what forgets it, if storing fails
   */
  remember(text: string, undo: () => Promise<unknown>): () => void {
    const step: UndoStep = { text, toastId: '', undo };
    this.#keep(step);
    return () => {
      this.#steps = this.#steps.filter((each) => each !== step);
    };
  }

  /**
   * Takes back what was done last. A change may show before it has its step, or before it is stored: whatever is on its
   * way is waited for, an undo too, or the keys would take back what came before it.
   */
  undoLast(): void {
    const earlier = [...this.#underway];
    void this.during(async () => {
      await Promise.allSettled(earlier);
      const last = this.#steps.at(-1);
      // Its own toast may be long gone: say what the keys did.
      if (last !== undefined && (await this.#take(last))) {
        toasts.show({ kind: 'done', text: t.shell.undone(last.text) });
      }
    });
  }

  /** Runs a change that has a step here when it is done, or none if it fails. */
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

/** A change that Ctrl/⌘ Z can take back as soon as the user sees it, even while it is still being stored. */
export function undoable<A extends unknown[], R>(
  change: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return (...args) => undoStack.during(() => change(...args));
}
