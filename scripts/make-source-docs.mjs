import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './run.mjs';
import { sourcePage, withSourceNames } from './source-docs.mjs';

/** Generates the docs of the sources from their registry. A test checks that they are current. */
const { module } = await runnerImport(join(root, 'src/lib/sources/registry.ts'), { configFile: false });
const sources = /** @type {readonly import('./source-docs.mjs').Source[]} */ (module.sources);

await write('docs/sources.md', sourcePage(sources));
await write('README.md', withSourceNames(readFileSync(join(root, 'README.md'), 'utf8'), sources));

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  const filepath = join(root, file);
  writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
