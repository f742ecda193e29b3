/** The dialogs that any page may open. One at a time; their code is loaded when the first one opens. */
type OpenDialog =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'create-project' }
  | { kind: 'edit-project'; id: string }
  | { kind: 'record-usage'; projectId?: string };

class Dialogs {
  open = $state.raw<OpenDialog>();

  show(dialog: OpenDialog): void {
    this.open = dialog;
  }

  close(): void {
    this.open = undefined;
  }
}

export const dialogs = new Dialogs();
