import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** What an import may leave out. */
const endings = ['', '.ts', '/index.ts', '.svelte.ts'];
const codePattern = /^(src|tests\/unit|scripts)\/.*\.(ts|mjs|svelte)$/;
const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;

/**
 * The test files that depend on changed files, nearest first: first those that import one, then those that import an
 * importer, and so on. Each word that a test's path shares with a changed file's path counts as much as two imports, so
 * that a change in `database/budgets/` runs the tests of budgets before other tests of the database.
 * @param {string[]} changed
 * @param {string[]} files all files of the repository; like `changed`, relative to it and with `/`
 * @returns {string[]}
 */
export function nearestTests(changed, files) {
  const importers = importersByFile(files);
  const distances = new Map(changed.map((file) => [file, 0]));
  // A Map's iteration includes what is added during it.
  for (const [file, distance] of distances) {
    for (const importer of importers.get(file) ?? []) {
      if (!distances.has(importer)) distances.set(importer, distance + 1);
    }
  }
  const words = new Set(changed.flatMap(wordsOf));
  /** @param {string} file */
  const rank = (file) =>
    (distances.get(file) ?? 0) - 2 * wordsOf(file).filter((word) => words.has(word)).length;
  return files
    .filter((file) => file.startsWith('tests/unit/') && file.endsWith('.test.ts') && distances.has(file))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * The importers of each file.
 * @param {string[]} files
 */
function importersByFile(files) {
  const known = new Set(files);
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const importer of files.filter((file) => codePattern.test(file))) {
    for (const [, specifier = ''] of readFileSync(path.join(root, importer), 'utf8').matchAll(
      importPattern,
    )) {
      const imported = fileOf(specifier.replace(/\?.*$/, ''), path.posix.dirname(importer), known);
      if (imported === undefined) continue;
      importers.set(imported, [...(importers.get(imported) ?? []), importer]);
    }
  }
  return importers;
}

/**
 * The file that an import refers to, or undefined if it's a package's.
 * @param {string} specifier
 * @param {string} folder of the importer
 * @param {Set<string>} known
 */
function fileOf(specifier, folder, known) {
  const file = specifier.startsWith('$lib/')
    ? specifier.replace('$lib', 'src/lib')
    : path.posix.join(folder, specifier);
  return endings.map((ending) => file + ending).find((candidate) => known.has(candidate));
}

/** @param {string} file */
function wordsOf(file) {
  return file.split(/[/.-]/);
}
