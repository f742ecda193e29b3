import { collectFromDrop, collectFromList } from '../../ingest/files/collect-files';
import type { ChosenFiles } from '../../ingest/files/chosen-file';
import { t } from '../../texts/texts';

/**
 * What was pasted: files as they are, or text as a file of its own. Undefined where there is neither. To be called in the
 * paste's handler itself: afterwards its data is gone.
 */
export function filesOfPaste(transfer: DataTransfer): Promise<ChosenFiles> | undefined {
  if (transfer.types.includes('Files')) return collectFromDrop(transfer);
  const file = fileOfText(transfer.getData('text/plain'));
  return file && Promise.resolve(file);
}

/**
 * The clipboard's text as a file; undefined where it holds none.
 * @throws DOMException where the browser or the user refuses
 */
export async function filesOfClipboard(): Promise<ChosenFiles | undefined> {
  return fileOfText(await navigator.clipboard.readText());
}

function fileOfText(text: string): ChosenFiles | undefined {
  if (text.trim() === '') return undefined;
  return collectFromList([new File([text], `${t.imports.pastedName}.${endingOfText(text)}`)]);
}

/** As a file of such text would be called: a table that no source knows can be described by that. */
function endingOfText(text: string): string {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  if (/^[[{]/.test(first)) return first.trimEnd().endsWith('}') && second.startsWith('{') ? 'jsonl' : 'json';
  return /[,;\t]/.test(first) ? 'csv' : 'txt';
}
