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

  /** For what is seen at once and done often, such as a move: Ctrl/⌘ Z takes it back, and no toast says it. */
  remember(text: string, undo: () => Promise<unknown>): void {
    this.#keep({ text, toastId: '', undo });
  }

  /** False where there is nothing to take back. */
  undoLast(): boolean {
    const last = this.#steps.at(-1);
    if (last === undefined) return false;
    void this.#take(last).then((isUndone) => {
      // Its own toast may be long gone: say what the keys did.
      if (isUndone) toasts.show({ kind: 'done', text: t.shell.undone(last.text) });
    });
    return true;
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
