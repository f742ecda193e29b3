import { collectFromDrop, collectFromList } from '../../ingest/files/collect-files';
import type { ChosenFiles } from '../../ingest/files/chosen-file';
import { t } from '../../texts/texts';

/**
 * What was pasted: files as they are, or text as a file of its own. Undefined where there is neither. To be called in the
 * paste's handler itself: afterwards its data is gone.
 */
export function filesOfPaste(transfer: DataTransfer): Promise<ChosenFiles> | undefined {
  return transfer.types.includes('Files')
    ? collectFromDrop(transfer)
    : fileOfText(transfer.getData('text/plain'));
}

/**
 * The clipboard's text as a file; undefined where it holds none.
 * @throws DOMException where the browser or the user refuses
 */
export async function filesOfClipboard(): Promise<Promise<ChosenFiles> | undefined> {
  return fileOfText(await navigator.clipboard.readText());
}

function fileOfText(text: string): Promise<ChosenFiles> | undefined {
  if (text.trim() === '') return undefined;
  return Promise.resolve(collectFromList([new File([text], t.imports.pastedName)]));
}
