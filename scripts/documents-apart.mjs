/**
 * Puts the documents worker and what it loads (pdf.js, the tokenizer: more than all the rest) below `_app/documents/` instead of
 * `_app/immutable/`. The precache takes the latter only, so that nobody downloads these who counts no documents; the
 * service worker keeps them from the first use on.
 * @returns {import('vite').Plugin} for the build of workers
 */
export function documentsApart() {
  return {
    name: 'tokentab:documents-apart',
    outputOptions(options) {
      const { entryFileNames, chunkFileNames } = options;
      return {
        ...options,
        entryFileNames: (chunk) => documentsFile(chunk) ?? nameOf(entryFileNames, chunk),
        chunkFileNames: (chunk) => documentsFile(chunk) ?? nameOf(chunkFileNames, chunk),
      };
    },
  };
}

const isDocuments = /\/src\/lib\/documents\/|\/node_modules\/(pdfjs-dist|gpt-tokenizer|htmlparser2)\//;

/** @param {import('vite').Rolldown.PreRenderedChunk} chunk */
function documentsFile({ moduleIds }) {
  return moduleIds.some((id) => isDocuments.test(id)) ? '_app/documents/[name]-[hash].js' : undefined;
}

/**
 * @param {string | ((chunk: import('vite').Rolldown.PreRenderedChunk) => string) | undefined} names
 * @param {import('vite').Rolldown.PreRenderedChunk} chunk
 */
function nameOf(names, chunk) {
  return (typeof names === 'function' ? names(chunk) : names) ?? '[name]-[hash].js';
}
