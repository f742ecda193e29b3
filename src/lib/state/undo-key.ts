import { isTyping } from './keys';
import { undoStack } from './undo.svelte';

/** Ctrl/⌘ Z takes the last change back; inside a field it is the field's own undo. */
export function undoOnKey(event: KeyboardEvent): void {
  const isUndo =
    (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
  if (!isUndo || event.defaultPrevented || isTyping(event)) return;
  if (undoStack.undoLast()) event.preventDefault();
}
