import type { DeletedProject } from '../../model/project';
import type { StoredUsageEvent } from '../../model/usage-event-page';

/** Asks for the project that something should move to. */
interface ProjectQuestion {
  kind: 'choose-project';
  title: string;
  text: string;
  /** The label of the button that confirms. */
  button: string;
  exceptId: string;
  /** Whether the user may create a new project for it. */
  canCreate: boolean;
  newName?: string;
  /** The dialog closes when this resolves, and stays open with a message when it rejects. */
  onchoose: (projectId: string) => Promise<void>;
}

/** The dialogs that any page can open, one at a time. Their code is loaded when the first one opens. */
export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'create-project' }
  | { kind: 'edit-project'; id: string }
  | { kind: 'remove-project'; project: DeletedProject }
  | { kind: 'rename-client'; name: string }
  /** With `event`, edits an event that was entered by hand. */
  | { kind: 'record-usage'; projectId?: string; event?: StoredUsageEvent }
  | ProjectQuestion;

class Dialogs {
  open = $state.raw<OpenDialog>();

  show(dialog: OpenDialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = undefined;
  }

  /**
   * Returns a function that closes the current dialog, but never one that was opened after it: `close` events arrive
   * late, and answers even later.
   */
  closer(): () => void {
    const own = this.open;
    return () => {
      if (this.open === own) this.close();
    };
  }
}

export const dialogs = new Dialogs();
