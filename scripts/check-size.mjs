import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliSize, firstPageScripts, missingFromPrecache, precachedFiles } from './built-site.mjs';
import { root } from './run.mjs';

const firstPageLimit = 80 * 1024;

/**
 * Checks the built site: the first page must be small, and the precache must be complete and hold everything needed
 * offline.
 */
const build = join(root, 'build');
const scripts = firstPageScripts(root);
const firstPage = brotliSize(scripts.map((file) => join(build, file)));
const precached = precachedFiles(build);
const absent = precached.filter((file) => !existsSync(join(build, file)));
const precache = brotliSize(
  precached.filter((file) => !absent.includes(file)).map((file) => join(build, file)),
);

// Loaded when documents are first counted, and larger than everything else.
const documents = readdirSync(join(build, '_app/documents'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => `_app/documents/${file}`);

/** @type {string[]} */
const problems = [
  ...absent.map(
    (file) => `The precache names ${file}, which the build does not hold: installing it would fail.`,
  ),
  ...missingFromPrecache(build, precached).map((file) => `${file} is not precached: offline would miss it.`),
  ...precached
    .filter((file) => /sqlite3-(worker1|opfs-async-proxy)/.test(file))
    .map((file) => `${file} is precached, though nothing starts it.`),
];
if (documents.length === 0) problems.push('No code of documents is apart from the rest.');
for (const file of documents.filter((file) => precached.includes(file)))
  problems.push(`${file} is precached, though few users count documents.`);
const wasm = precached.filter((file) => file.endsWith('.wasm'));
if (wasm.length === 0) problems.push('No wasm is precached: no database offline.');
if (wasm.length > 1)
  problems.push(`${wasm.join(' and ')} are precached: only workers may import SQLite, and they share one.`);
if (firstPage > firstPageLimit) {
  problems.push(
    `The first page loads ${kilobytes(firstPage)} of JavaScript, more than ${kilobytes(firstPageLimit)}.`,
  );
}

console.log(`First page: ${kilobytes(firstPage)} of JavaScript in ${scripts.length} files, brotli`);
console.log(`Precache:   ${kilobytes(precache)} in ${precached.length} files, brotli`);
console.log(
  `Documents:  ${kilobytes(brotliSize(documents.map((file) => join(build, file))))} in ${documents.length} files, brotli, on demand`,
);
for (const problem of problems) console.error(`✗ ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
