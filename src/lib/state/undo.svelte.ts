import { t } from '../texts/texts';
import { reportFailure } from './report';
import { toasts } from './toasts.svelte';

interface UndoStep {
  toastId: string;
  undo: () => Promise<unknown>;
}

/** What can be taken back, newest last. The toast offers it for some seconds; Ctrl/⌘ Z as long as the tab lives. */
class UndoStack {
  #steps: UndoStep[] = [];

  /** Says what was done and offers to take it back. */
  offer(text: string, undo: () => Promise<unknown>): void {
    const step: UndoStep = { toastId: '', undo };
    step.toastId = toasts.show({
      kind: 'done',
      text,
      action: { label: t.shell.undo, run: () => this.#take(step) },
    });
    this.#steps = [...this.#steps, step].slice(-50);
  }

  undoLast(): boolean {
    const last = this.#steps.at(-1);
    if (last !== undefined) this.#take(last);
    return last !== undefined;
  }

  #take(step: UndoStep): void {
    if (!this.#steps.includes(step)) return;
    this.#steps = this.#steps.filter((each) => each !== step);
    toasts.dismiss(step.toastId);
    step.undo().catch((error: unknown) => reportFailure(t.projects.failed, error));
  }
}

export const undoStack = new UndoStack();
