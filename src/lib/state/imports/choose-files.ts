import { collectFromDirectory, collectFromDrop, collectFromInput } from '../../ingest/files/collect-files';
import type { ChosenFiles } from '../../ingest/files/chosen-file';

interface PickerWindow {
  showDirectoryPicker?: (options: { id: string; mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}

/**
 * Opens the browser's folder picker where there is one. A folder that the browser refuses (the home folder, say)
 * can't be told apart from a cancelled dialog, so both are 'cancelled'.
 */
export async function chooseFolder(): Promise<{ files: Promise<ChosenFiles> } | 'cancelled' | 'unsupported'> {
  const picker = (window as PickerWindow).showDirectoryPicker;
  if (picker === undefined) return 'unsupported';
  try {
    const folder = await picker.call(window, { id: 'logs', mode: 'read' });
    return { files: collectFromDirectory(folder) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    // An iframe or a permissions policy forbids the picker; the file input still works.
    return 'unsupported';
  }
}

/** Must be called synchronously in the drop handler: the data is gone afterwards. */
export const filesOfDrop = (transfer: DataTransfer): Promise<ChosenFiles> => collectFromDrop(transfer);

export function filesOfInput(input: HTMLInputElement): Promise<ChosenFiles> {
  // Copy the list: it is live, and empties when the input is reset.
  return collectFromInput([...(input.files ?? [])]);
}
