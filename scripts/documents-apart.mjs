import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Resolved like an import, because the packages needn't be in this folder. */
const tables = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');

/**
 * Moves the documents worker and its dependencies (pdf.js and the tokenizer, larger than everything else) to
 * `_app/documents/`. The precache contains only `_app/immutable/`, so users who count no documents never download
 * them. The service worker caches them on first use. Adobe's tables of Chinese, Japanese and Korean characters (1.7 MB)
 * are next to them; a PDF loads only those that its fonts need.
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
    generateBundle(_options, bundle) {
      if (!Object.keys(bundle).some((file) => file.includes('read-pdf'))) return;
      for (const name of readdirSync(tables)) {
        const source = readFileSync(join(tables, name));
        this.emitFile({ type: 'asset', fileName: `_app/documents/cmaps/${name}`, source });
      }
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
