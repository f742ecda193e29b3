import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * The JavaScript that `/` loads before any interaction: what its shell references, the error page (which SvelteKit
 * loads with every route), and all static imports of these. Workers aren't included.
 * @param {string} root the repository, after a build
 * @returns {string[]} paths inside build/
 */
export function firstPageScripts(root) {
  /** @type {Record<string, { file: string; imports?: string[] }>} */
  const chunks = JSON.parse(
    readFileSync(join(root, '.svelte-kit/output/client/.vite/manifest.json'), 'utf8'),
  );
  const shell = readFileSync(join(root, 'build/index.html'), 'utf8');
  const starts = Object.keys(chunks).filter((key) => {
    const file = chunks[key]?.file ?? '';
    return file.endsWith('.js') && (shell.includes(file) || key.endsWith('/nodes/1.js'));
  });
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = chunks[key];
    if (chunk === undefined || found.has(chunk.file)) return;
    found.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  starts.forEach(visit);
  if (starts.length < 3)
    throw new Error('build/index.html names no scripts of this build: run "npm run build".');
  for (const [, file] of shell.matchAll(/<script src="\/([^"]+)"/g)) if (file) found.add(file);
  return [...found];
}

/**
 * The files in the precache list of the built service worker.
 * @param {string} build the built site's folder
 * @returns {string[]} paths inside it; a page's address as its .html
 */
export function precachedFiles(build) {
  const worker = readFileSync(join(build, 'service-worker.js'), 'utf8');
  const list = /\[\{"revision":.*?\}\]/.exec(worker);
  if (list === null) throw new Error('The built service worker holds no precache list.');
  /** @type {{ url: string }[]} */
  const entries = JSON.parse(list[0]);
  return entries.map(({ url }) => {
    if (url === '/') return 'index.html';
    return /\.\w+$/.test(url) ? url : `${url}.html`;
  });
}

/**
 * Files that the app needs offline but that aren't precached: code, styles, wasm and pages.
 * @param {string} build
 * @param {string[]} precached
 */
export function missingFromPrecache(build, precached) {
  const needed = readdirSync(build, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => /^_app\/immutable\/.*\.(js|css|wasm)$/.test(file) || /^[^/]+\.(html|js)$/.test(file))
    // 404.html is for static hosts only; the excluded workers are SQLite's, which the app never starts.
    .filter(
      (file) =>
        file !== '404.html' &&
        file !== 'service-worker.js' &&
        !/sqlite3-(worker1|opfs-async-proxy)/.test(file),
    );
  return needed.filter((file) => !precached.includes(file));
}

/**
 * @param {string[]} files
 * @returns {number} bytes, with each file compressed separately at the highest quality, as static hosts do
 */
export function brotliSize(files) {
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
}
