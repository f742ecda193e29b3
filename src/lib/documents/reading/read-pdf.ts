import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { DocumentError, limits } from '../document';
import type { CharacterMapLoader } from './character-maps';

// The legacy build includes what Safari 17, Firefox ESR and Node 20 lack (Promise.try); it is a tenth larger.

/**
 * pdf.js takes its worker's code from here instead of starting a nested worker, since this module already runs in
 * one. The import also attaches itself to the worker's own message port, so talk to this worker over a separate port.
 */
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = { WorkerMessageHandler };

/**
 * The text of a PDF, page by page. Rejects with a `DocumentError`: locked, damaged, too many pages.
 * @param loadMap loads one of Adobe's tables for Chinese, Japanese and Korean characters, by its file's name. Fonts that
 * don't bring their own need them; without them their text is missing.
 */
export async function readPdf(
  bytes: Uint8Array,
  loadMap: CharacterMapLoader,
): Promise<{ text: string; pages: number; pagesWithoutText: number; isTextMissing: boolean }> {
  let isTextMissing = false;
  const task = getDocument({
    // pdf.js takes ownership of the buffer.
    data: bytes.slice(),
    BinaryDataFactory: class {
      async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        if (kind !== 'cMapUrl') throw new Error('Text needs no shapes of letters.');
        try {
          return await loadMap(filename);
        } catch (cause) {
          // pdf.js goes on with a font that has no characters, and doesn't tell.
          isTextMissing = true;
          throw cause;
        }
      }
    },
    // Extracting text needs no rendering or compiling, and our content security policy forbids it.
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > limits.pages) throw new DocumentError('too-large');
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .trim();
      page.cleanup();
      pages.push(text);
      characters += text.length;
      if (characters > limits.characters) throw new DocumentError('too-large');
    }
    return {
      text: pages.filter((text) => text !== '').join('\n\n'),
      pages: pages.length,
      pagesWithoutText: pages.filter((text) => text === '').length,
      isTextMissing,
    };
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError(isNamed(cause, 'PasswordException') ? 'locked' : 'damaged', { cause });
  } finally {
    await task.destroy();
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
