import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { DocumentError, limits } from '../document';

// The legacy build includes what Safari 17, Firefox ESR and Node 20 lack (Promise.try); it is a tenth larger.

/**
 * pdf.js takes its worker's code from here instead of starting a nested worker, since this module already runs in
 * one. The import also attaches itself to the worker's own message port, so talk to this worker over a separate port.
 */
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = { WorkerMessageHandler };

/** The text of a PDF, page by page. Rejects with a `DocumentError`: locked, damaged, too many pages. */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ text: string; pages: number; pagesWithoutText: number }> {
  const task = getDocument({
    // pdf.js takes ownership of the buffer.
    data: bytes.slice(),
    // Extracting text needs no rendering, compiling or fetching, and our content security policy forbids it.
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
