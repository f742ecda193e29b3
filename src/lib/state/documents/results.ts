import { chosenDatabase } from '../../client/current';
import {
  ContentStore,
  resultName,
  textName,
  type StoredResult,
} from '../../documents/contents/content-store';
import {
  asCsv,
  asJson,
  asJsonLines,
  jsonResume,
  type ExtractedDocument,
} from '../../documents/extraction/export-results';
import type { QueuedDocument } from '../../model/extraction';
import { later } from '../../texts/later';
import { download } from '../shell/download';
import { undoable, undoStack } from '../shell/undo.svelte';

export interface DocumentResult {
  text: string | undefined;
  result: StoredResult | undefined;
}

const store = () => new ContentStore(chosenDatabase());

export async function readResult({ contentSha256, resultId }: QueuedDocument): Promise<DocumentResult> {
  const [text, result] = await Promise.all([
    store().read(textName(contentSha256)),
    resultId === null ? undefined : store().readResult(resultId),
  ]);
  return { text, result };
}

/** Replaces the values of a result and offers undo. The model's own are kept. */
export const saveValues = undoable(
  async (document: QueuedDocument, before: StoredResult, values: Record<string, unknown>): Promise<void> => {
    const { resultId, fileName } = document;
    if (resultId === null) return;
    const original = before.original ?? before.values;
    const write = (result: StoredResult) => store().write(resultName(resultId), JSON.stringify(result));
    await write({ values, ...(original !== null && { original }) });
    undoStack.offer(later.extraction.saved(fileName), () => write(before));
  },
);

export type ResultFormat = 'json' | 'jsonl' | 'csv';
const formats = {
  json: { write: asJson, type: 'application/json' },
  jsonl: { write: asJsonLines, type: 'application/jsonl' },
  csv: { write: asCsv, type: 'text/csv' },
} as const;

/** Downloads the results of all extracted documents whose results are still here. */
export async function downloadResults(
  documents: readonly QueuedDocument[],
  format: ResultFormat,
  name: string,
): Promise<void> {
  const extracted: ExtractedDocument[] = [];
  for (const document of documents.filter(({ status }) => status === 'extracted')) {
    const values = (await readResult(document)).result?.values;
    if (values != null) extracted.push({ fileName: document.fileName, values });
  }
  const { write, type } = formats[format];
  download(new Blob([write(extracted)], { type }), `${name}.${format}`);
}

export function downloadResume(fileName: string, values: unknown): void {
  const blob = new Blob([jsonResume(values)], { type: 'application/json' });
  download(blob, `${fileName.replace(/\.\w+$/, '')}.resume.json`);
}
