import { collectFromDrop, collectFromList } from '../../ingest/files/collect-files';
import type { ChosenFiles } from '../../ingest/files/chosen-file';
import { t } from '../../texts/texts';

/**
 * Returns what was pasted: files as they are, or text as one file. Undefined when the clipboard holds neither. Must
 * be called synchronously in the paste handler: the data is gone afterwards.
 */
export function filesOfPaste(transfer: DataTransfer): Promise<ChosenFiles> | undefined {
  if (transfer.types.includes('Files')) return collectFromDrop(transfer);
  const file = fileOfText(transfer.getData('text/plain'));
  return file && Promise.resolve(file);
}

/**
 * Returns the clipboard's text as a file; undefined when it holds none.
 * @throws DOMException when the browser or the user denies access
 */
export async function filesOfClipboard(): Promise<ChosenFiles | undefined> {
  return fileOfText(await navigator.clipboard.readText());
}

function fileOfText(text: string): ChosenFiles | undefined {
  if (text.trim() === '') return undefined;
  return collectFromList([new File([text], `${t.imports.pastedName}.${endingOfText(text)}`)]);
}

/**
 * The file extension that fits the text. A table that no source reads needs one, so that its columns can be mapped.
 */
function endingOfText(text: string): string {
  const [first = '', second = ''] = text.trim().split('\n', 2);
  if (/^[[{]/.test(first)) return first.trimEnd().endsWith('}') && second.startsWith('{') ? 'jsonl' : 'json';
  return /[,;\t]/.test(first) ? 'csv' : 'txt';
}
