import { collectFromDirectory, collectFromDrop, collectFromList } from '../../ingest/files/collect-files';
import type { ChosenFiles } from '../../ingest/files/chosen-file';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * Asks for a folder with the browser's picker where it has one. A refused folder (the home folder, say) looks the same
 * as a cancelled dialog, so both are 'cancelled'.
 */
export async function chooseFolder(): Promise<{ files: Promise<ChosenFiles> } | 'cancelled' | 'unsupported'> {
  const picker = (window as PickerWindow).showDirectoryPicker;
  if (picker === undefined) return 'unsupported';
  try {
    const folder = await picker.call(window, { id: 'logs', mode: 'read' });
    return { files: collectFromDirectory(folder) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // A frame or a policy forbids the picker: the input still works.
    return 'unsupported';
  }
}

/** To be called in the drop's handler itself: afterwards its data is gone. */
export const filesOfDrop = (transfer: DataTransfer): Promise<ChosenFiles> => collectFromDrop(transfer);

export function filesOfInput(input: HTMLInputElement): Promise<ChosenFiles> {
  // The list is live: it empties when the input is reset.
  return Promise.resolve(collectFromList([...(input.files ?? [])]));
}
