import type { DeletedProject } from '../../model/project';
import type { StoredUsageEvent } from '../../model/usage-event-page';

/** Which project something shall go to. */
interface ProjectQuestion {
  kind: 'choose-project';
  title: string;
  text: string;
  /** What the button says that does it. */
  button: string;
  exceptId: string;
  /** A new project may be made for it. */
  canCreate: boolean;
  newName?: string;
  /** The dialog closes when this is done, and stays with a message when it rejects. */
  onchoose: (projectId: string) => Promise<void>;
}

/** The dialogs that any page may open. One at a time; their code is loaded when the first one opens. */
export type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'create-project' }
  | { kind: 'edit-project'; id: string }
  | { kind: 'remove-project'; project: DeletedProject }
  | { kind: 'rename-client'; name: string }
  /** With `event` it changes one that was entered by hand. */
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

  /** Closes the one that is open now, and never what was opened after it: `close` events come late, answers later still. */
  closer(): () => void {
    const own = this.open;
    return () => {
      if (this.open === own) this.close();
    };
  }
}

export const dialogs = new Dialogs();
