import { isFreeKey, isTyping } from '../../state/shell/keys';
import { KeySequence, nameOfKey } from '../../state/shell/shortcut-keys';
import type { Action } from './action';
import { actions } from './actions';

const sequence = new KeySequence();

/** Handles every key press on the page and runs the shortcut that it completes. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  const name = nameOfKey(event);
  if (!isAllowed(event, name)) return;
  const available = actions().filter((action): action is Action & Required<Pick<Action, 'keys' | 'run'>> => {
    return action.keys !== undefined && action.run !== undefined && action.isHandledElsewhere !== true;
  });
  const action = sequence.press(name, event.timeStamp, available);
  if (action === undefined) return;
  event.preventDefault();
  action.run(event.key);
}

/**
 * Whether the shortcut may run now. In a field, Undo belongs to the field, while the palette still opens. Single keys
 * work only when the page is free.
 */
function isAllowed(event: KeyboardEvent, name: string): boolean {
  if (name === 'mod+k') return true;
  return name.startsWith('mod+') ? !isTyping(event) : isFreeKey(event);
}
